using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AWSSDK.Tests.Support;

/// <summary>A real HTTP server on a free loopback port that records what it was asked and answers as the test says.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<FakeRequest> _requests = [];

    private FakeServer(WebApplication app) => _app = app;

    public string Url { get; private set; } = "";

    public IReadOnlyList<FakeRequest> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    public static Task<FakeServer> StartAsync(Func<FakeRequest, FakeResponse> answer) =>
        StartAsync((request, _) => Task.FromResult(answer(request)));

    public static async Task<FakeServer> StartAsync(Func<FakeRequest, CancellationToken, Task<FakeResponse>> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FakeServer(builder.Build());
        server._app.Run(context => server.AnswerAsync(context, answer));
        await server._app.StartAsync();
        server.Url = server._app.Urls.First();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, Func<FakeRequest, CancellationToken, Task<FakeResponse>> answer)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        FakeRequest request;
        lock (_requests)
        {
            request = new FakeRequest(
                _requests.Count,
                context.Request.Method,
                context.Request.Path,
                context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                Encoding.UTF8.GetString(body.ToArray()));
            _requests.Add(request);
        }

        var response = await answer(request, context.RequestAborted);
        context.Response.StatusCode = response.Status;
        context.Response.ContentType = response.ContentType;
        foreach (var (name, value) in response.Headers)
            context.Response.Headers[name] = value;
        await context.Response.WriteAsync(response.Body, context.RequestAborted);
    }
}

/// <param name="Number">0 for the first request that the server saw.</param>
internal sealed record FakeRequest(int Number, string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body);

internal sealed record FakeResponse(int Status, string Body, string ContentType = "application/x-amz-json-1.1")
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
