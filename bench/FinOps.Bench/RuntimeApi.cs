using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace FinOps.Bench;

/// <summary>The Lambda Runtime API for one process: hands invocations over one after another, and takes the answers.</summary>
internal sealed class RuntimeApi : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly Channel<string> _work = Channel.CreateUnbounded<string>();
    private readonly Channel<(bool Failed, string Body)> _answers = Channel.CreateUnbounded<(bool, string)>();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _serving;
    private int _number;

    private RuntimeApi(HttpListener listener, string address)
    {
        (_listener, Address) = (listener, address);
        _serving = ServeAsync();
    }

    /// <summary>As AWS_LAMBDA_RUNTIME_API names it.</summary>
    public string Address { get; }

    public static RuntimeApi Start()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}");
        probe.Stop();
        var listener = new HttpListener { Prefixes = { $"http://{address}/" } };
        listener.Start();
        return new RuntimeApi(listener, address);
    }

    /// <summary>The function has started and asks for its first invocation.</summary>
    public Task AskedForWorkAsync() => _asked.Task;

    /// <exception cref="InvalidOperationException">The function failed.</exception>
    public async Task InvokeAsync(string payload)
    {
        await _work.Writer.WriteAsync(payload);
        var (failed, body) = await _answers.Reader.ReadAsync();
        if (failed)
            throw new InvalidOperationException(body);
    }

    public async ValueTask DisposeAsync()
    {
        _work.Writer.Complete();
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync()
    {
        var handling = new List<Task>();
        try
        {
            while (true)
                handling.Add(HandleAsync(await _listener.GetContextAsync()));
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            await Task.WhenAll(handling);
        }
    }

    private async Task HandleAsync(HttpListenerContext call)
    {
        try
        {
            if (call.Request.HttpMethod == "GET")
            {
                _asked.TrySetResult();
                var payload = await _work.Reader.ReadAsync();
                call.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = string.Create(CultureInfo.InvariantCulture, $"bench-{Environment.TickCount64}-{Interlocked.Increment(ref _number)}");
                call.Response.Headers["Lambda-Runtime-Deadline-Ms"] = TimeProvider.System.GetUtcNow().AddMinutes(5).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
                call.Response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:us-east-1:123456789012:function:cost-analyzer";
                call.Response.ContentType = "application/json";
                await call.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(payload));
                call.Response.Close();
                return;
            }

            using var reader = new StreamReader(call.Request.InputStream);
            var answer = (!call.Request.Url!.AbsolutePath.EndsWith("/response", StringComparison.Ordinal), await reader.ReadToEndAsync());
            call.Response.StatusCode = 202;
            call.Response.Close();
            await _answers.Writer.WriteAsync(answer);
        }
        catch (Exception gone) when (gone is ChannelClosedException or HttpListenerException or ObjectDisposedException)
        {
            // The run is over, and the process that waited for more work was ended.
            call.Response.Abort();
        }
    }
}
