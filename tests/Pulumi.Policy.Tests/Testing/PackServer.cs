using Google.Protobuf.WellKnownTypes;
using Pulumi.Policy.Server;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace Pulumi.Policy.Tests.Testing;

/// <summary>A pack behind a real socket, and a client of it.</summary>
internal sealed class PackServer : IAsyncDisposable
{
    private readonly RpcServer _server;
    private readonly RpcChannel _channel;

    private PackServer(RpcServer server)
    {
        _server = server;
        _channel = new RpcChannel(server.Address);
    }

    public bool Cancelled { get; private set; }

    public static Task<PackServer> StartAsync(params Policy[] policies) => StartAsync(_ => Pack(policies));

    public static async Task<PackServer> StartAsync(Func<PolicyStack, PolicyPack> build)
    {
        PackServer? made = null;
        var service = new AnalyzerService(build, () => made!.Cancelled = true);
        return made = new PackServer(await RpcServer.StartAsync(service.Register));
    }

    public static PolicyPack Pack(params Policy[] policies) => new() { Name = "pack", Version = "1.2.3", Policies = [.. policies] };

    public static AnalyzeRequest Resource(string name = "res", string type = "simple:index:Resource", params (string Key, PropertyValue Value)[] properties) => new()
    {
        Type = type,
        Name = name,
        Urn = $"urn:pulumi:test::project::{type}::{name}",
        Properties = PropertyCodec.ToBytes(PropertyMap.Of(properties)),
        Options = new AnalyzerResourceOptions(),
    };

    public static AnalyzerResource StackResource(string name = "res", string type = "simple:index:Resource", params (string Key, PropertyValue Value)[] properties)
    {
        var request = Resource(name, type, properties);
        return new AnalyzerResource { Type = request.Type, Name = request.Name, Urn = request.Urn, Properties = request.Properties, Options = request.Options };
    }

    public Task<AnalyzerInfo> InfoAsync() => _channel.CallAsync(RpcMethods.Analyzer.GetAnalyzerInfo, new Empty());

    public Task<PluginInfo> PluginInfoAsync() => _channel.CallAsync(RpcMethods.Analyzer.GetPluginInfo, new Empty());

    public Task HandshakeAsync() => _channel.CallAsync(RpcMethods.Analyzer.Handshake, new AnalyzerHandshakeRequest { EngineAddress = "127.0.0.1:1" });

    public Task CancelAsync() => _channel.CallAsync(RpcMethods.Analyzer.Cancel, new Empty());

    public Task ConfigureStackAsync(bool dryRun = true, (string Key, string Value)[]? config = null, (string Key, string Value)[]? tags = null)
    {
        var request = new AnalyzerStackConfigureRequest { Stack = "test", Project = "project", Organization = "org", DryRun = dryRun };
        foreach (var (key, value) in config ?? [])
        {
            request.Config.Add(key, value);
        }

        foreach (var (key, value) in tags ?? [])
        {
            request.Tags.Add(key, value);
        }

        return _channel.CallAsync(RpcMethods.Analyzer.ConfigureStack, request);
    }

    public Task ConfigureAsync(params (string Policy, Pulumirpc.EnforcementLevel Level, PropertyMap Properties)[] entries)
    {
        var request = new ConfigureAnalyzerRequest();
        foreach (var (policy, level, properties) in entries)
        {
            request.PolicyConfig.Add(policy, new Pulumirpc.PolicyConfig { EnforcementLevel = level, Properties = PropertyCodec.ToStruct(properties) });
        }

        return ConfigureAsync(request);
    }

    public Task ConfigureAsync(ConfigureAnalyzerRequest request) => _channel.CallAsync(RpcMethods.Analyzer.Configure, request);

    public Task<AnalyzeResponse> AnalyzeAsync(AnalyzeRequest resource) => _channel.CallAsync(RpcMethods.Analyzer.Analyze, resource);

    public Task<RemediateResponse> RemediateAsync(AnalyzeRequest resource) => _channel.CallAsync(RpcMethods.Analyzer.Remediate, resource);

    public Task<AnalyzeResponse> AnalyzeStackAsync(params AnalyzerResource[] resources) =>
        _channel.CallAsync(RpcMethods.Analyzer.AnalyzeStack, new AnalyzeStackRequest { Resources = { resources } });

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _server.DisposeAsync();
    }
}
