using System.Globalization;
using FinOps.Core.Baselines;
using FinOps.Core.Tagging;
using FinOps.Core.Waivers;
using FinOps.Policies.Model;
using FinOps.Policies.Tagging;
using Pulumi.Policy.Hosting;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.Policies.Tests.Testing;

/// <summary>The whole pack behind a real socket.</summary>
internal sealed class PackClient : IAsyncDisposable
{
    private readonly PolicyPackServer _server;
    private readonly RpcChannel _channel;

    private PackClient(PolicyPackServer server) => (_server, _channel) = (server, new RpcChannel(server.Address));

    public static Task<PackClient> StartAsync() => StartAsync(StandardSource.BuiltIn());

    public static Task<PackClient> StartAsync(TagStandard standard) => StartAsync(new PackFiles(new StandardSource(standard), WaiverList.Empty, Baseline.Empty), TimeProvider.System);

    /// <param name="today">As year-month-day; the clock stands at noon of it.</param>
    public static Task<PackClient> StartAsync(string today, WaiverList? waivers = null, Baseline? baseline = null) => StartAsync(
        new PackFiles(new StandardSource(StandardSource.BuiltIn()), waivers ?? WaiverList.Empty, baseline ?? Baseline.Empty),
        new FixedTime(DateTimeOffset.Parse(today + "T12:00:00Z", CultureInfo.InvariantCulture)));

    private static async Task<PackClient> StartAsync(PackFiles files, TimeProvider time) => new(await PolicyPackServer.StartAsync(_ => FinOpsPack.Build(files, time)));

    public static AnalyzeRequest Request(string type, PropertyMap inputs, PropertyMap? provider = null) => new()
    {
        Type = type,
        Name = "res",
        Urn = $"urn:pulumi:dev::shop::{type}::res",
        Properties = PropertyCodec.ToBytes(inputs),
        Options = new AnalyzerResourceOptions(),
        Provider = new AnalyzerProviderResource
        {
            Type = "pulumi:providers:aws", Name = provider is null ? "default_7_48_0" : "prov", Urn = "urn:prov", Properties = PropertyCodec.ToBytes(provider ?? PropertyMap.Empty),
        },
    };

    /// <summary>What one rule says about an example: about its only resource, or about all of them as a stack.</summary>
    public async Task<IReadOnlyList<AnalyzeDiagnostic>> FindingsAsync(Rule rule, RuleExample example)
    {
        var diagnostics = rule is ResourceRule
            ? (await AnalyzeAsync(Request(example.Resources[0].Type, example.Resources[0].Inputs, example.Provider))).Diagnostics
            : (await AnalyzeStackAsync(example)).Diagnostics;
        return [.. diagnostics.Where(diagnostic => diagnostic.PolicyName == rule.PolicyName)];
    }

    public Task<AnalyzeResponse> AnalyzeStackAsync(RuleExample example)
    {
        var request = new AnalyzeStackRequest();
        foreach (var resource in example.Resources)
        {
            var single = Request(resource.Type, resource.Inputs, example.Provider);
            var wire = new AnalyzerResource
            {
                Type = single.Type, Name = resource.Name, Urn = Urn(resource), Properties = single.Properties, Options = single.Options, Provider = single.Provider,
            };
            foreach (var (property, name) in resource.From)
            {
                var source = Urn(example.Resources.Single(other => other.Name == name));
                wire.PropertyDependencies.Add(property, new AnalyzerPropertyDependencies { Urns = { source } });
                wire.Dependencies.Add(source);
            }

            request.Resources.Add(wire);
        }

        return _channel.CallAsync(RpcMethods.Analyzer.AnalyzeStack, request);

        static string Urn(ExampleResource resource) => $"urn:pulumi:dev::shop::{resource.Type}::{resource.Name}";
    }

    public Task<AnalyzeResponse> AnalyzeAsync(AnalyzeRequest request) => _channel.CallAsync(RpcMethods.Analyzer.Analyze, request);

    public Task<RemediateResponse> RemediateAsync(AnalyzeRequest request) => _channel.CallAsync(RpcMethods.Analyzer.Remediate, request);

    public Task<AnalyzerInfo> InfoAsync() => _channel.CallAsync(RpcMethods.Analyzer.GetAnalyzerInfo, new Google.Protobuf.WellKnownTypes.Empty());

    public Task ConfigureStackAsync(string stack = "dev", (string Key, string Value)[]? config = null, (string Key, string Value)[]? tags = null)
    {
        var request = new AnalyzerStackConfigureRequest { Stack = stack, Project = "shop", Organization = "org", DryRun = true };
        request.Config.Add((config ?? []).ToDictionary(item => item.Key, item => item.Value));
        request.Tags.Add((tags ?? []).ToDictionary(item => item.Key, item => item.Value));
        return _channel.CallAsync(RpcMethods.Analyzer.ConfigureStack, request);
    }

    public Task ConfigureAsync(params (string Policy, EnforcementLevel Level, PropertyMap Properties)[] entries)
    {
        var request = new ConfigureAnalyzerRequest();
        foreach (var (policy, level, properties) in entries)
        {
            request.PolicyConfig.Add(policy, new PolicyConfig { EnforcementLevel = level, Properties = PropertyCodec.ToStruct(properties) });
        }

        return _channel.CallAsync(RpcMethods.Analyzer.Configure, request);
    }

    /// <summary>What one rule says about a resource.</summary>
    public async Task<IReadOnlyList<AnalyzeDiagnostic>> FindingsAsync(string ruleId, AnalyzeRequest request) =>
        [.. (await AnalyzeAsync(request)).Diagnostics.Where(diagnostic => diagnostic.PolicyName.StartsWith(ruleId + "-", StringComparison.Ordinal))];

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _server.DisposeAsync();
    }
}
