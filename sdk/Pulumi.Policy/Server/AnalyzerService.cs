using System.Reflection;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Policy.Configuration;
using Pulumi.Rpc;

namespace Pulumi.Policy.Server;

/// <summary>The Analyzer service: holds the pack and answers the engine. Calls may come at the same time.</summary>
internal sealed class AnalyzerService
{
    private static readonly string SdkVersion = typeof(AnalyzerService).Assembly.GetName().Version is { } version
        ? version.ToString(3)
        : typeof(AnalyzerService).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()?.Version ?? "";

    private readonly Func<PolicyStack, PolicyPack> _build;
    private readonly Action _cancelled;
    private readonly YoungHeap _heap = new();
    private readonly Lock _change = new();
    private PolicyStack? _stack;
    private IReadOnlyDictionary<string, PolicyConfig>? _configured;
    private PackState? _state;

    /// <param name="build">Makes the pack for a stack; called again for each ConfigureStack.</param>
    /// <param name="cancelled">The engine wants the process to end.</param>
    public AnalyzerService(Func<PolicyStack, PolicyPack> build, Action cancelled) => (_build, _cancelled) = (build, cancelled);

    public void Register(RpcServiceBuilder services) => services
        .Handle(RpcMethods.Analyzer.Handshake, (_, _) => Task.FromResult(new Pulumirpc.AnalyzerHandshakeResponse()))
        .Handle(RpcMethods.Analyzer.GetPluginInfo, (_, _) => Task.FromResult(new Pulumirpc.PluginInfo { Version = SdkVersion }))
        .Handle(RpcMethods.Analyzer.ConfigureStack, (request, _) => Task.FromResult(ConfigureStack(request)))
        .Handle(RpcMethods.Analyzer.Configure, (request, _) => Task.FromResult(Configure(request)))
        .Handle(RpcMethods.Analyzer.GetAnalyzerInfo, (_, _) => Task.FromResult(PackInfo.Describe(State().Pack)))
        .Handle(RpcMethods.Analyzer.Analyze, AnalyzeAsync)
        .Handle(RpcMethods.Analyzer.AnalyzeStack, (request, cancellationToken) => StackAnalysis.RunAsync(State(), request, cancellationToken))
        .Handle(RpcMethods.Analyzer.Remediate, (request, _) => Task.FromResult(ResourceRemediation.Run(State(), request)))
        .Handle(RpcMethods.Analyzer.Cancel, (_, _) => Cancel());

    private async Task<Pulumirpc.AnalyzeResponse> AnalyzeAsync(Pulumirpc.AnalyzeRequest request, CancellationToken cancellationToken)
    {
        var answer = await ResourceAnalysis.RunAsync(State(), request, cancellationToken);
        _heap.AfterCall();
        return answer;
    }

    private Pulumirpc.AnalyzerStackConfigureResponse ConfigureStack(Pulumirpc.AnalyzerStackConfigureRequest request)
    {
        lock (_change)
        {
            // Forget the old pack first: if the new one fails, nothing may be judged by the rules of another stack.
            (_stack, _state) = (Wire.FromWire(request), null);
            State();
        }

        return new Pulumirpc.AnalyzerStackConfigureResponse();
    }

    private Empty Configure(Pulumirpc.ConfigureAnalyzerRequest request)
    {
        lock (_change)
        {
            (_configured, _state) = (request.PolicyConfig.ToDictionary(item => item.Key, item => Wire.FromWire(item.Value), StringComparer.Ordinal), null);
            State();
        }

        return new Empty();
    }

    private Task<Empty> Cancel()
    {
        _cancelled();
        return Task.FromResult(new Empty());
    }

    /// <exception cref="RpcException">FailedPrecondition: the pack cannot be made.</exception>
    private PackState State()
    {
        if (Volatile.Read(ref _state) is { } ready)
        {
            return ready;
        }

        lock (_change)
        {
            try
            {
                return _state ??= PackState.Create(_build(_stack ?? PolicyStack.None), _stack ?? PolicyStack.None, _configured);
            }
            catch (PolicyPackException wrong)
            {
                throw new RpcException(StatusCode.FailedPrecondition, wrong.Message, wrong);
            }
            catch (Exception failure) when (failure is not (RpcException or OutOfMemoryException))
            {
                throw new RpcException(StatusCode.FailedPrecondition, $"FIN6001 the policy pack cannot be built: {failure}", failure);
            }
        }
    }
}
