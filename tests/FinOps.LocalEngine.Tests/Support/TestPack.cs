using System.Collections.Concurrent;
using FinOps.LocalEngine.Policies;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.LocalEngine.Tests.Support;

/// <summary>A policy pack that serves in this process, over a real socket.</summary>
internal sealed class TestPack : IPolicyPackHost
{
    private readonly ConcurrentQueue<string> _calls = [];

    public AnalyzerInfo Info { get; init; } = new() { Name = "pack", Version = "1.0.0", SupportsConfig = true };

    /// <summary>Message of a violation by policy, or null; gets the policy's config.</summary>
    public Func<AnalyzeRequest, string, PropertyMap, string?> Validate { get; init; } = (_, _, _) => null;

    public Func<AnalyzeRequest, string, PropertyMap, PropertyMap?> Fix { get; init; } = (_, _, _) => null;

    public Func<AnalyzeStackRequest, IEnumerable<AnalyzeDiagnostic>> ValidateStack { get; init; } = _ => [];

    public Action<AnalyzerStackConfigureRequest, AnalyzerInfo> OnStack { get; init; } = (_, _) => { };

    public Func<AnalyzerInfo, Task> OnInfo { get; init; } = _ => Task.CompletedTask;

    /// <summary>May refuse what it is configured with.</summary>
    public Action<ConfigureAnalyzerRequest> OnConfigure { get; init; } = _ => { };

    public AnalyzerStackConfigureRequest? Stack { get; private set; }

    public ConfigureAnalyzerRequest? Config { get; private set; }

    public IReadOnlyList<string> Calls => [.. _calls];

    public bool NeedsBuild(PolicyPackProject pack) => false;

    public Task BuildAsync(PolicyPackProject pack, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<IPolicyPackProcess> StartAsync(PolicyPackStart start, CancellationToken cancellationToken) => new Served(await RpcServer.StartAsync(Register, cancellationToken));

    private T Called<T>(string name, T answer)
    {
        _calls.Enqueue(name);
        return answer;
    }

    private void Register(RpcServiceBuilder services) => services
        .Handle(RpcMethods.Analyzer.Handshake, (_, _) => Task.FromResult(Called("Handshake", new AnalyzerHandshakeResponse())))
        .Handle(RpcMethods.Analyzer.ConfigureStack, (request, _) =>
        {
            Stack = request;
            OnStack(request, Info);
            return Task.FromResult(Called("ConfigureStack", new AnalyzerStackConfigureResponse()));
        })
        .Handle(RpcMethods.Analyzer.GetPluginInfo, (_, _) => Task.FromResult(Called("GetPluginInfo", new PluginInfo { Version = "1.0.0" })))
        .Handle(RpcMethods.Analyzer.GetAnalyzerInfo, async (_, _) =>
        {
            await OnInfo(Info);
            return Called("GetAnalyzerInfo", Info);
        })
        .Handle(RpcMethods.Analyzer.Configure, (request, _) =>
        {
            Config = request;
            OnConfigure(request);
            return Task.FromResult(Called("Configure", new Empty()));
        })
        .Handle(RpcMethods.Analyzer.Remediate, (request, _) => Task.FromResult(Called($"Remediate {request.Name}", Remediate(request))))
        .Handle(RpcMethods.Analyzer.Analyze, (request, _) => Task.FromResult(Called($"Analyze {request.Name}", Analyze(request))))
        .Handle(RpcMethods.Analyzer.AnalyzeStack, (request, _) => Task.FromResult(Called("AnalyzeStack", new AnalyzeResponse { Diagnostics = { ValidateStack(request) } })))
        .Handle(RpcMethods.Analyzer.Cancel, (_, _) => Task.FromResult(Called("Cancel", new Empty())));

    private RemediateResponse Remediate(AnalyzeRequest request)
    {
        var response = new RemediateResponse();
        foreach (var policy in Info.Policies.Where(policy => Level(policy.Name) == EnforcementLevel.Remediate))
        {
            if (Fix(request, policy.Name, Properties(policy.Name)) is { } after)
            {
                response.Remediations.Add(new Remediation { PolicyName = policy.Name, PolicyPackName = Info.Name, Description = policy.Description, Properties = PropertyCodec.ToBytes(after) });
            }
        }

        return response;
    }

    private AnalyzeResponse Analyze(AnalyzeRequest request)
    {
        var response = new AnalyzeResponse();
        foreach (var policy in Info.Policies.Where(policy => Level(policy.Name) != EnforcementLevel.Disabled))
        {
            if (Validate(request, policy.Name, Properties(policy.Name)) is { } message)
            {
                response.Diagnostics.Add(Violation(policy.Name, message));
            }
        }

        return response;
    }

    public AnalyzeDiagnostic Violation(string policy, string message, string urn = "")
    {
        var info = Info.Policies.Single(item => item.Name == policy);
        return new AnalyzeDiagnostic
        {
            PolicyName = policy,
            PolicyPackName = Info.Name,
            PolicyPackVersion = Info.Version,
            Description = info.Description,
            Message = $"{info.Description}\n{message}",
            EnforcementLevel = Level(policy),
            Urn = urn,
        };
    }

    private EnforcementLevel Level(string policy) => Config?.PolicyConfig.GetValueOrDefault(policy)?.EnforcementLevel ?? Info.Policies.Single(item => item.Name == policy).EnforcementLevel;

    private PropertyMap Properties(string policy) => PropertyCodec.FromStruct(Config?.PolicyConfig.GetValueOrDefault(policy)?.Properties);

    private sealed class Served(RpcServer server) : IPolicyPackProcess
    {
        public string Address => server.Address;

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
