using Pulumi.Policy.Server;
using Pulumi.Rpc;

namespace Pulumi.Policy.Hosting;

/// <summary>A pack behind a socket of this process: for tests of packs, and for tools that judge without an engine.</summary>
public sealed class PolicyPackServer : IAsyncDisposable
{
    private readonly RpcServer _server;

    private PolicyPackServer(RpcServer server) => _server = server;

    /// <summary><c>127.0.0.1:port</c></summary>
    public string Address => _server.Address;

    /// <param name="pack">Makes the pack for a stack, as for <see cref="PolicyPackHost"/>.</param>
    /// <param name="cancelled">Runs when a client calls Cancel.</param>
    public static async Task<PolicyPackServer> StartAsync(Func<PolicyStack, PolicyPack> pack, Action? cancelled = null) =>
        new(await RpcServer.StartAsync(new AnalyzerService(pack, cancelled ?? (() => { })).Register));

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
