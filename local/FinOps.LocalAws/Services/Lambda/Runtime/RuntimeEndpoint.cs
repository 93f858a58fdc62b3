using System.Globalization;
using System.Text;
using System.Threading.Channels;
using FinOps.LocalAws.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FinOps.LocalAws.Services.Lambda.Runtime;

/// <summary>
/// The Lambda Runtime API (2018-06-01) for one process, on a loopback port of its own: next, response, error, init/error.
/// When this endpoint goes, a waiting runtime loses its connection and ends, even if nobody could kill it.
/// </summary>
internal sealed class RuntimeEndpoint : IAsyncDisposable
{
    private const int MaximumResponse = 6_291_556;
    private const string Prefix = "/2018-06-01/runtime/";

    private readonly Channel<Delivery> _queue = Channel.CreateUnbounded<Delivery>();
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource<byte[]> _initError = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Delivery? _current;

    private WebApplication? _application;

    private RuntimeEndpoint()
    {
    }

    /// <summary>Host and port, as AWS_LAMBDA_RUNTIME_API wants it.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Ends when the runtime asks for the next event.</summary>
    public Task NextAsked => Volatile.Read(ref _next).Task;

    /// <summary>Ends with the payload of init/error.</summary>
    public Task<byte[]> InitError => _initError.Task;

    public static async Task<RuntimeEndpoint> StartAsync()
    {
        var endpoint = new RuntimeEndpoint();
        endpoint._application = LoopbackHost.Build(0, endpoint.HandleAsync);
        await endpoint._application.StartAsync();
        endpoint.Address = LoopbackHost.AddressOf(endpoint._application).Authority;
        return endpoint;
    }

    /// <summary>Gives the next event to the runtime and waits for its answer.</summary>
    public Task<RuntimeAnswer> DeliverAsync(InvocationRequest request, string functionArn, DateTimeOffset deadline)
    {
        var delivery = new Delivery(request, functionArn, deadline.ToUnixTimeMilliseconds());
        _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Writer.TryWrite(delivery);
        return delivery.Answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_application is not null)
            await LoopbackHost.StopAsync(_application);
        _stopping.Dispose();
    }

    private async Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        var parts = path.StartsWith(Prefix, StringComparison.Ordinal) ? path[Prefix.Length..].Split('/') : [];
        try
        {
            switch (http.Request.Method, parts)
            {
                case ("GET", ["invocation", "next"]):
                    await NextAsync(http);
                    break;
                case ("POST", ["invocation", var id, "response"]):
                    await AnswerAsync(http, id, failed: false);
                    break;
                case ("POST", ["invocation", var id, "error"]):
                    await AnswerAsync(http, id, failed: true);
                    break;
                case ("POST", ["init", "error"]):
                    _initError.TrySetResult(await ReadAsync(http) ?? []);
                    await ReplyAsync(http, 202, """{"status":"OK"}""");
                    break;
                default:
                    await ReplyAsync(http, 404, """{"errorType":"NotFound","errorMessage":"No such path of the Runtime API."}""");
                    break;
            }
        }
        catch (OperationCanceledException)
        {
            // The runtime hung up, or this endpoint ends.
            http.Abort();
        }
    }

    private async Task NextAsync(HttpContext http)
    {
        Volatile.Read(ref _next).TrySetResult();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, http.RequestAborted);
        var delivery = await _queue.Reader.ReadAsync(either.Token);
        _current = delivery;
        var headers = http.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = delivery.Request.Id;
        headers["Lambda-Runtime-Deadline-Ms"] = delivery.DeadlineMilliseconds.ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = delivery.FunctionArn;
        headers["Lambda-Runtime-Trace-Id"] = $"Root=1-{delivery.DeadlineMilliseconds / 1000:x8}-{delivery.Request.Id.Replace("-", "", StringComparison.Ordinal)[..24]};Sampled=0";
        if (delivery.Request.ClientContext is { } clientContext)
            headers["Lambda-Runtime-Client-Context"] = Encoding.UTF8.GetString(Convert.FromBase64String(clientContext));
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = delivery.Request.Payload.Length;
        await http.Response.Body.WriteAsync(delivery.Request.Payload, http.RequestAborted);
    }

    private async Task AnswerAsync(HttpContext http, string id, bool failed)
    {
        var body = await ReadAsync(http);
        if (_current is not { } current || current.Request.Id != id || current.Answer.Task.IsCompleted)
        {
            await ReplyAsync(http, 400, """{"errorType":"InvalidRequestID","errorMessage":"Invalid request ID"}""");
            return;
        }
        if (body is null)
        {
            current.Answer.TrySetResult(new RuntimeAnswer(InvocationResult.Error(id, "Function.ResponseSizeTooLarge",
                $"Response payload size exceeded maximum allowed payload size ({MaximumResponse} bytes)."), Failed: true));
            await ReplyAsync(http, 413, """{"errorType":"RequestEntityTooLarge","errorMessage":"Exceeded maximum allowed payload size."}""");
            return;
        }
        current.Answer.TrySetResult(new RuntimeAnswer(body, failed));
        await ReplyAsync(http, 202, """{"status":"OK"}""");
    }

    // Null when the body is larger than a response may be.
    private static async Task<byte[]?> ReadAsync(HttpContext http)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(chunk, http.RequestAborted)) > 0)
            if (buffer.Length <= MaximumResponse)
                buffer.Write(chunk, 0, read);
        return buffer.Length <= MaximumResponse ? buffer.ToArray() : null;
    }

    private static Task ReplyAsync(HttpContext http, int status, string json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json, http.RequestAborted);
    }

    private sealed record Delivery(InvocationRequest Request, string FunctionArn, long DeadlineMilliseconds)
    {
        public TaskCompletionSource<RuntimeAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
