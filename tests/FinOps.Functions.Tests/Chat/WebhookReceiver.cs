using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FinOps.Functions.Tests.Chat;

/// <summary>A chat on loopback: keeps what it is sent and answers as it is told to.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    /// <summary>Part of the address, which is a secret.</summary>
    public const string Secret = "T00000000-B00000000-Zm9ydHktdHdv";

    private readonly WebApplication _application;
    private readonly ConcurrentQueue<string> _bodies = new();

    private WebhookReceiver(Func<int, HttpContext, Task> answer) => _application = LoopbackHost.Build(0, async http =>
    {
        using var reader = new StreamReader(http.Request.Body);
        _bodies.Enqueue(await reader.ReadToEndAsync());
        await answer(_bodies.Count, http);
    });

    public string Address => $"{LoopbackHost.AddressOf(_application).OriginalString}/services/{Secret}";

    public IReadOnlyList<JsonNode> Messages => [.. _bodies.Select(body => JsonNode.Parse(body)!)];

    /// <param name="answer">Given the number of the request, from one.</param>
    public static async Task<WebhookReceiver> StartAsync(Func<int, HttpContext, Task>? answer = null)
    {
        var receiver = new WebhookReceiver(answer ?? ((_, http) => http.Response.WriteAsync("ok")));
        await receiver._application.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync() => await LoopbackHost.StopAsync(_application);
}
