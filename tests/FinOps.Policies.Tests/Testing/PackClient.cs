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

    public static async Task<PackClient> StartAsync(Core.Tagging.TagStandard standard) =>
        new(await PolicyPackServer.StartAsync(_ => FinOpsPack.Build(new StandardSource(standard))));

    public static AnalyzeRequest Request(string type, PropertyMap inputs, PropertyMap? provider = null) => new()
    {
        Type = type,
        Name = "res",
        Urn = $"urn:pulumi:dev::shop::{type}::res",
        Properties = PropertyCodec.ToStruct(inputs),
        Options = new AnalyzerResourceOptions(),
        Provider = new AnalyzerProviderResource
        {
            Type = "pulumi:providers:aws", Name = provider is null ? "default_7_48_0" : "prov", Urn = "urn:prov", Properties = PropertyCodec.ToStruct(provider ?? PropertyMap.Empty),
        },
    };

    public static AnalyzeRequest Request(RuleExample example) => Request(example.Type, example.Inputs, example.Provider);

    public Task<AnalyzeResponse> AnalyzeAsync(AnalyzeRequest request) => _channel.CallAsync(RpcMethods.Analyzer.Analyze, request);

    public Task<RemediateResponse> RemediateAsync(AnalyzeRequest request) => _channel.CallAsync(RpcMethods.Analyzer.Remediate, request);

    public Task<AnalyzerInfo> InfoAsync() => _channel.CallAsync(RpcMethods.Analyzer.GetAnalyzerInfo, new Google.Protobuf.WellKnownTypes.Empty());

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
