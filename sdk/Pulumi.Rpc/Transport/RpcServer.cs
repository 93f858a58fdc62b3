using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Pulumi.Rpc;

/// <summary>
/// A gRPC server for unary methods on 127.0.0.1, plaintext HTTP/2 (h2c). Kestrel alone, without the application host above it: a
/// policy pack is started for every preview, and building a host would be a good part of its start.
/// </summary>
public sealed class RpcServer : IAsyncDisposable
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(2);

    private readonly KestrelServer _kestrel;
    private readonly ConnectionCounter _connections;

    private RpcServer(KestrelServer kestrel, ConnectionCounter connections, int port)
    {
        _kestrel = kestrel;
        _connections = connections;
        Port = port;
    }

    public int Port { get; }

    /// <summary><c>127.0.0.1:port</c>, the form in which engines hand out addresses.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    /// <summary>HTTP/2 connections open now.</summary>
    public int OpenConnections => _connections.Open;

    /// <summary>Raised each time the last open connection has closed.</summary>
    public event Action? LastConnectionClosed
    {
        add => _connections.LastClosed += value;
        remove => _connections.LastClosed -= value;
    }

    /// <param name="configure">Registers the methods; a method that is not registered answers Unimplemented (12), which peers use to detect features.</param>
    public static async Task<RpcServer> StartAsync(Action<RpcServiceBuilder> configure, CancellationToken cancellationToken = default)
    {
        var services = new RpcServiceBuilder();
        configure(services);

        var connections = new ConnectionCounter();
        var sockets = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var kestrel = new KestrelServer(Options.Create(Configure(connections)), sockets, NullLoggerFactory.Instance);
        await kestrel.StartAsync(new RpcApplication(services.Handlers), cancellationToken);
        var address = kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new RpcServer(kestrel, connections, new Uri(address).Port);
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(StopPatience);
        await _kestrel.StopAsync(limit.Token);
        _kestrel.Dispose();
    }

    private static KestrelServerOptions Configure(ConnectionCounter connections)
    {
        var kestrel = new KestrelServerOptions { AddServerHeader = false, ApplicationServices = new NoServices() };
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Limits.Http2.InitialStreamWindowSize = 4 * 1024 * 1024;
        kestrel.Limits.Http2.InitialConnectionWindowSize = 8 * 1024 * 1024;
        kestrel.Limits.Http2.MaxStreamsPerConnection = 1000;
        kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            listen.Use(connections.Middleware);
        });
        return kestrel;
    }

    /// <summary>Kestrel asks the application's container for what it can do without; there is no application.</summary>
    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
