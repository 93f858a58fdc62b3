using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FinOps.LocalAws.Hosting;

/// <summary>Kestrel on 127.0.0.1 and nothing else: no configuration, no logging, and no hands on the signals of the process it lives in.</summary>
public static class LoopbackHost
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="port">0 for any free one.</param>
    /// <param name="handle">Answers every request.</param>
    public static WebApplication Build(int port, RequestDelegate handle)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            // Callers limit bodies themselves, with the protocol's own refusal.
            kestrel.Limits.MaxRequestBodySize = null;
            // Object metadata may hold what is not ASCII.
            kestrel.ResponseHeaderEncodingSelector = _ => Encoding.UTF8;
        });
        var application = builder.Build();
        application.Run(handle);
        return application;
    }

    /// <summary>Where a started application listens.</summary>
    public static Uri AddressOf(WebApplication application) => new(application.Services.GetRequiredService<IServer>()
        .Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Lets requests under way end for a few seconds, then ends them.</summary>
    public static async Task StopAsync(WebApplication application)
    {
        using (var over = new CancellationTokenSource(Patience))
            await application.StopAsync(over.Token);
        await application.DisposeAsync();
    }
}
