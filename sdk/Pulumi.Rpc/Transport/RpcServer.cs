using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pulumi.Rpc;

/// <summary>A gRPC server for unary methods on 127.0.0.1, plaintext HTTP/2 (h2c).</summary>
public sealed class RpcServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConnectionCounter _connections;

    private RpcServer(WebApplication app, ConnectionCounter connections, int port)
    {
        _app = app;
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
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        // The console lifetime would take SIGTERM and Ctrl-C away from the program that owns this server.
        builder.Services.AddSingleton<Microsoft.Extensions.Hosting.IHostLifetime, NoLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
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
        });

        var app = builder.Build();
        app.Run(context => AnswerAsync(context, services.Handlers));
        await app.StartAsync(cancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        return new RpcServer(app, connections, new Uri(address).Port);
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _app.StopAsync(limit.Token);
        await _app.DisposeAsync();
    }

    private static async Task AnswerAsync(HttpContext context, Dictionary<string, RpcServiceBuilder.Handler> handlers)
    {
        context.Response.ContentType = "application/grpc";
        if (!handlers.TryGetValue(context.Request.Path.Value ?? "", out var handler))
        {
            Fail(context, StatusCode.Unimplemented, $"unknown method {context.Request.Path.Value}");
            return;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        // The deadline and the client's reset of the stream arrive separately, so the server keeps its own timer.
        if (StatusText.DecodeTimeout(context.Request.Headers["grpc-timeout"]) is { } timeout)
        {
            limit.CancelAfter(timeout);
        }

        try
        {
            var answer = await handler(context.Request.Body, context.Request.Headers["grpc-encoding"], limit.Token);
            await context.Response.Body.WriteAsync(Frame.Write(answer), limit.Token);
            context.Response.AppendTrailer("grpc-status", "0");
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone; there is nobody to answer.
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            Fail(context, StatusCode.DeadlineExceeded, "the deadline passed");
        }
        catch (RpcException e)
        {
            Fail(context, e.Status, e.Message);
        }
        catch (Exception e)
        {
            Fail(context, StatusCode.Unknown, e.Message);
        }
    }

    private static void Fail(HttpContext context, StatusCode status, string message)
    {
        var code = ((int)status).ToString(CultureInfo.InvariantCulture);
        var text = StatusText.Encode(message);
        if (context.Response.HasStarted)
        {
            context.Response.AppendTrailer("grpc-status", code);
            context.Response.AppendTrailer("grpc-message", text);
            return;
        }

        context.Response.Headers["grpc-status"] = code;
        context.Response.Headers["grpc-message"] = text;
    }

    private sealed class NoLifetime : Microsoft.Extensions.Hosting.IHostLifetime
    {
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
