using System.Globalization;
using System.Net.Sockets;
using FinOps.Core.Metrics;
using FinOps.Core.Problems;
using FinOps.LocalAws.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FinOps.Cli.Exporter;

/// <summary>Serves a book of metrics on 127.0.0.1. A scrape only reads what is in the book: nobody can make AWS requests by asking often.</summary>
internal sealed class MetricsServer : IAsyncDisposable
{
    private const string Path = "/metrics";
    private readonly WebApplication _application;

    private MetricsServer(WebApplication application) => _application = application;

    public Uri Metrics => new(LoopbackHost.AddressOf(_application), Path);

    /// <exception cref="ProblemException">FIN1280: the port is taken, or not for this user.</exception>
    public static async Task<MetricsServer> StartAsync(int port, MetricsBook book, CancellationToken cancellationToken)
    {
        var application = LoopbackHost.Build(port, request => AnswerAsync(request, book));
        try
        {
            await application.StartAsync(cancellationToken);
            return new MetricsServer(application);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await application.DisposeAsync();
            throw new ProblemException([PortProblem($"{port.ToString(CultureInfo.InvariantCulture)} ({e.Message})")]);
        }
    }

    public static Problem PortProblem(string found) =>
        new("FIN1280", "command line", "--port", found, "a free port of 127.0.0.1 up to 65535, or 0 for any", "Give another port, or end the program that holds this one.");

    public async ValueTask DisposeAsync() => await LoopbackHost.StopAsync(_application);

    private static async Task AnswerAsync(HttpContext request, MetricsBook book)
    {
        if (!HttpMethods.IsGet(request.Request.Method) && !HttpMethods.IsHead(request.Request.Method))
        {
            request.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            request.Response.Headers.Allow = "GET, HEAD";
            return;
        }

        switch (request.Request.Path.Value)
        {
            case Path:
                request.Response.ContentType = OpenMetricsText.ContentType;
                await request.Response.WriteAsync(book.Text(), request.RequestAborted);
                break;
            case "/":
                request.Response.ContentType = "text/html; charset=utf-8";
                await request.Response.WriteAsync($"<!DOCTYPE html><html lang=\"en\"><title>finops exporter</title><h1>finops exporter</h1><p><a href=\"{Path}\">Metrics</a></p></html>\n", request.RequestAborted);
                break;
            default:
                request.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }
}
