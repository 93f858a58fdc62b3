using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using FinOps.LocalAws.Hosting;

namespace FinOps.LocalAws.Services.Lambda.Runtime;

/// <summary>One execution environment: the function's bootstrap as a process, and the Runtime API it talks to.</summary>
internal sealed class FunctionProcess : IAsyncDisposable
{
    private static readonly TimeSpan InitLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MemoryCheck = TimeSpan.FromMilliseconds(200);

    // What a runtime printed before it answered may still be in the pipe when the answer is here.
    private static readonly TimeSpan PipeDrain = TimeSpan.FromMilliseconds(300);

    private readonly LocalAwsEnvironment _environment;
    private readonly FunctionSnapshot _function;
    private readonly RuntimeEndpoint _endpoint;
    private readonly Process _process;
    private readonly FunctionLog _log;
    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _peakBytes;
    private TimeSpan? _initDuration;

    private FunctionProcess(LocalAwsEnvironment environment, FunctionSnapshot function, RuntimeEndpoint endpoint, Process process, FunctionLog log)
    {
        (_environment, _function, _endpoint, _process, _log) = (environment, function, endpoint, process, log);
        StartedAt = environment.Time.GetUtcNow();
        process.OutputDataReceived += (_, line) => log.Add(line.Data);
        process.ErrorDataReceived += (_, line) => log.Add(line.Data);
        process.Exited += (_, _) => _exited.TrySetResult();
        process.EnableRaisingEvents = true;
    }

    public DateTimeOffset StartedAt { get; }

    public DateTimeOffset IdleSince { get; set; }

    public string RevisionId => _function.RevisionId;

    /// <summary>Whether it waits for a next event.</summary>
    public bool IsUsable => !_exited.Task.IsCompleted && _endpoint.NextAsked.IsCompleted;

    /// <summary>Starts the bootstrap; it has not asked for an event yet.</summary>
    /// <exception cref="FunctionStartException">The bootstrap cannot be executed.</exception>
    public static async Task<FunctionProcess> StartAsync(LocalAwsEnvironment environment, FunctionSnapshot function, string folder)
    {
        var endpoint = await RuntimeEndpoint.StartAsync();
        var log = new FunctionLog(environment, function);
        var process = new Process { StartInfo = FunctionStartInfo.Make(environment, function, folder, endpoint.Address, log.StreamName) };
        var running = new FunctionProcess(environment, function, endpoint, process, log);
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            process.Dispose();
            await endpoint.DisposeAsync();
            throw new FunctionStartException($"Couldn't start bootstrap: {exception.Message}");
        }
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return running;
    }

    /// <summary>Runs one event. After a failure of the process itself it is no longer usable.</summary>
    public async Task<InvocationResult> InvokeAsync(InvocationRequest request, CancellationToken cancellation)
    {
        var time = _environment.Time;
        var begin = time.GetTimestamp();
        // What the function printed while it started belongs in front, as in a cold start's log.
        var failure = _initDuration is null ? await InitAsync(request, begin, cancellation) : null;
        _log.Add($"START RequestId: {request.Id} Version: $LATEST");
        var work = time.GetTimestamp();
        var answer = failure ?? await AnswerAsync(request, cancellation);
        var elapsed = time.GetElapsedTime(work);
        if (!answer.Failed || !_exited.Task.IsCompleted)
            await Task.WhenAny(_endpoint.NextAsked, _exited.Task, Task.Delay(PipeDrain, time, cancellation));
        else
            await Task.WhenAny(_process.WaitForExitAsync(cancellation), Task.Delay(PipeDrain, time, cancellation));
        Report(request, elapsed);
        return new InvocationResult(answer.Payload, answer.Failed, _log.Flush());
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _endpoint.DisposeAsync();
        await Task.WhenAny(_exited.Task, Task.Delay(TimeSpan.FromSeconds(2), _environment.Time));
        _process.Dispose();
    }

    private async Task<RuntimeAnswer?> InitAsync(InvocationRequest request, long begin, CancellationToken cancellation)
    {
        var limit = _function.Timeout > InitLimit ? _function.Timeout : InitLimit;
        using var over = new CancellationTokenSource(limit, _environment.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellation);
        var first = await Task.WhenAny(_endpoint.NextAsked, _endpoint.InitError, _exited.Task, Task.Delay(Timeout.InfiniteTimeSpan, either.Token));
        cancellation.ThrowIfCancellationRequested();
        _initDuration = _environment.Time.GetElapsedTime(begin);
        if (first == _endpoint.NextAsked)
            return null;
        if (first == _endpoint.InitError)
            return new RuntimeAnswer(await _endpoint.InitError, Failed: true);
        if (first == _exited.Task)
            return Exited(request);
        Kill();
        return Failure(request, "Sandbox.Timedout", $"Task timed out after {Seconds(limit)} seconds");
    }

    private async Task<RuntimeAnswer> AnswerAsync(InvocationRequest request, CancellationToken cancellation)
    {
        var time = _environment.Time;
        using var over = new CancellationTokenSource(_function.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellation);
        var answer = _endpoint.DeliverAsync(request, _function.Arn, time.GetUtcNow() + _function.Timeout);
        while (!either.IsCancellationRequested)
        {
            await Task.WhenAny(answer, _exited.Task, DelayAsync(MemoryCheck, either.Token));
            if (answer.IsCompletedSuccessfully)
                return await answer;
            if (_exited.Task.IsCompleted)
                return Exited(request);
            _peakBytes = Math.Max(_peakBytes, ProcessMemory.Resident(_process));
            if (_peakBytes > _function.MemoryMegabytes * 1024L * 1024)
            {
                Kill();
                return Failure(request, "Runtime.ExitError", "Runtime exited with error: signal: killed");
            }
        }
        Kill();
        cancellation.ThrowIfCancellationRequested();
        return Failure(request, "Sandbox.Timedout", $"Task timed out after {Seconds(_function.Timeout)} seconds");
    }

    private RuntimeAnswer Exited(InvocationRequest request)
    {
        var code = _process.ExitCode;
        // The runtime of the platform tells a signal as 128 and its number.
        return code == 0
            ? Failure(request, "Runtime.ExitError", "Runtime exited without providing a reason")
            : Failure(request, "Runtime.ExitError", code > 128
                ? $"Runtime exited with error: signal: {(code - 128).ToString(CultureInfo.InvariantCulture)}"
                : $"Runtime exited with error: exit status {code.ToString(CultureInfo.InvariantCulture)}");
    }

    private RuntimeAnswer Failure(InvocationRequest request, string type, string message)
    {
        _log.Add($"{_environment.Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)} {request.Id} {message}");
        return new RuntimeAnswer(InvocationResult.Error(request.Id, type, message), Failed: true);
    }

    private void Report(InvocationRequest request, TimeSpan elapsed)
    {
        _peakBytes = Math.Max(_peakBytes, ProcessMemory.Resident(_process));
        var init = _initDuration is { } duration && duration > TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $"\tInit Duration: {duration.TotalMilliseconds:0.00} ms") : "";
        _initDuration = TimeSpan.Zero;
        _log.Add($"END RequestId: {request.Id}");
        _log.Add(string.Create(CultureInfo.InvariantCulture,
            $"REPORT RequestId: {request.Id}\tDuration: {elapsed.TotalMilliseconds:0.00} ms\tBilled Duration: {Math.Ceiling(elapsed.TotalMilliseconds):0} ms\tMemory Size: {_function.MemoryMegabytes} MB\tMax Memory Used: {_peakBytes / 1024 / 1024} MB{init}"));
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private async Task DelayAsync(TimeSpan delay, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(delay, _environment.Time, cancellation);
        }
        catch (OperationCanceledException)
        {
            // The loop looks at the token itself.
        }
    }

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
}
