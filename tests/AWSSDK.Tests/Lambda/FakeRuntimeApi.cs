using System.Globalization;
using AWSSDK.Tests.Support;

namespace AWSSDK.Tests.Lambda;

/// <summary>The Lambda Runtime API with a fixed list of events; when they are used up it stops the runtime under test.</summary>
internal sealed class FakeRuntimeApi : IAsyncDisposable
{
    private readonly Queue<string> _events;
    private readonly CancellationTokenSource _stop;
    private FakeServer? _server;
    private int _given;

    private FakeRuntimeApi(CancellationTokenSource stop, IEnumerable<string> events)
    {
        _stop = stop;
        _events = new(events);
    }

    public int PostStatus { get; set; } = 202;

    public IReadOnlyList<FakeRequest> Requests => _server!.Requests;

    public IReadOnlyList<FakeRequest> Posts => [.. Requests.Where(request => request.Method == "POST")];

    public static async Task<FakeRuntimeApi> StartAsync(CancellationTokenSource stop, params string[] events)
    {
        var api = new FakeRuntimeApi(stop, events);
        api._server = await FakeServer.StartAsync(api.AnswerAsync);
        return api;
    }

    public string? Variable(string name) => name switch
    {
        "AWS_LAMBDA_RUNTIME_API" => new Uri(_server!.Url).Authority,
        "AWS_LAMBDA_FUNCTION_NAME" => "report",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE" => "512",
        _ => null,
    };

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task<FakeResponse> AnswerAsync(FakeRequest request, CancellationToken aborted)
    {
        if (request.Method == "POST")
            return new FakeResponse(PostStatus, "", "application/json");
        if (!_events.TryDequeue(out var payload))
        {
            await _stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, aborted);
        }

        return new FakeResponse(200, payload!, "application/json")
        {
            Headers = new Dictionary<string, string>
            {
                ["Lambda-Runtime-Aws-Request-Id"] = $"req-{_given++}",
                ["Lambda-Runtime-Deadline-Ms"] = TimeProvider.System.GetUtcNow().AddSeconds(30).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
                ["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:us-east-1:111111111111:function:report",
                ["Lambda-Runtime-Trace-Id"] = "Root=1-5bef4de7",
            },
        };
    }
}
