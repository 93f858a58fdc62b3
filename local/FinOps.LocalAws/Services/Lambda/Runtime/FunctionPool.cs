using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Lambda.Runtime;

/// <summary>The processes of all functions: an idle one of the same revision is used again, idle ones end after a while, all end with the endpoint.</summary>
internal sealed class FunctionPool : IAsyncDisposable
{
    /// <summary>Processes of one function at the same time; more are throttled as at AWS's concurrency limit.</summary>
    private const int MaximumPerFunction = 10;

    // Keys of the role are good for twelve hours.
    private static readonly TimeSpan MaximumAge = TimeSpan.FromHours(11);

    private readonly LocalAwsEnvironment _environment;
    private readonly CodeFolder _folders;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<FunctionProcess>> _idle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ITimer _sweeper;

    public FunctionPool(LocalAwsEnvironment environment, CodeFolder folders)
    {
        (_environment, _folders) = (environment, folders);
        var every = environment.Options.FunctionIdleTime / 2;
        _sweeper = environment.Time.CreateTimer(_ => _ = SweepAsync(), null, every, every);
    }

    /// <exception cref="AwsError">TooManyRequestsException.</exception>
    public async Task<InvocationResult> InvokeAsync(FunctionSnapshot function, InvocationRequest request, CancellationToken cancellation)
    {
        if (_environment.Options.InProcessFunctions.GetValueOrDefault(function.Name) is { } inProcess)
            return await InProcessFunction.RunAsync(_environment, function, request, inProcess, cancellation);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _stopping.Token);
        var (process, stale) = Take(function);
        foreach (var old in stale)
            await EndAsync(function.Arn, old);
        if (process is null)
            try
            {
                process = await FunctionProcess.StartAsync(_environment, function, _folders.Unpack(function.CodeHash));
            }
            catch (FunctionStartException exception)
            {
                Uncount(function.Arn);
                var log = new FunctionLog(_environment, function);
                log.Add(exception.Message);
                return new InvocationResult(InvocationResult.Error(request.Id, "Runtime.InvalidEntrypoint", exception.Message), Failed: true, log.Flush());
            }
            catch
            {
                Uncount(function.Arn);
                throw;
            }
        try
        {
            return await process.InvokeAsync(request, either.Token);
        }
        finally
        {
            if (!Return(function, process))
                await EndAsync(function.Arn, process);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _sweeper.DisposeAsync();
        List<FunctionProcess> all;
        lock (_lock)
        {
            all = [.. _idle.Values.SelectMany(processes => processes)];
            _idle.Clear();
        }
        await Task.WhenAll(all.Select(process => process.DisposeAsync().AsTask()));
    }

    // Either a process to use, or the right to start one.
    private (FunctionProcess? Process, List<FunctionProcess> Stale) Take(FunctionSnapshot function)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_stopping.IsCancellationRequested, this);
            if (function.ReservedConcurrency == 0)
                throw LambdaErrors.Throttled();
            var idle = Idle(function.Arn);
            var stale = idle.Where(each => !IsGood(each, function)).ToList();
            idle.RemoveAll(stale.Contains);
            if (idle.Count > 0)
            {
                var process = idle[^1];
                idle.RemoveAt(idle.Count - 1);
                return (process, stale);
            }
            if (_counts.GetValueOrDefault(function.Arn) - stale.Count >= Math.Min(function.ReservedConcurrency ?? MaximumPerFunction, MaximumPerFunction))
                throw LambdaErrors.Throttled();
            _counts[function.Arn] = _counts.GetValueOrDefault(function.Arn) + 1;
            return (null, stale);
        }
    }

    private bool Return(FunctionSnapshot function, FunctionProcess process)
    {
        lock (_lock)
        {
            if (_stopping.IsCancellationRequested || !IsGood(process, function))
                return false;
            process.IdleSince = _environment.Time.GetUtcNow();
            Idle(function.Arn).Add(process);
            return true;
        }
    }

    private bool IsGood(FunctionProcess process, FunctionSnapshot function) =>
        process.IsUsable && process.RevisionId == function.RevisionId && _environment.Time.GetUtcNow() - process.StartedAt < MaximumAge;

    private async Task SweepAsync()
    {
        var before = _environment.Time.GetUtcNow() - _environment.Options.FunctionIdleTime;
        var old = new List<(string Arn, FunctionProcess Process)>();
        lock (_lock)
            foreach (var (arn, idle) in _idle)
            {
                old.AddRange(idle.Where(process => process.IdleSince <= before).Select(process => (arn, process)));
                idle.RemoveAll(process => process.IdleSince <= before);
            }
        foreach (var (arn, process) in old)
            await EndAsync(arn, process);
    }

    private async Task EndAsync(string arn, FunctionProcess process)
    {
        Uncount(arn);
        await process.DisposeAsync();
    }

    private void Uncount(string arn)
    {
        lock (_lock)
            _counts[arn] = _counts.GetValueOrDefault(arn) - 1;
    }

    private List<FunctionProcess> Idle(string arn)
    {
        if (!_idle.TryGetValue(arn, out var idle))
            _idle[arn] = idle = [];
        return idle;
    }
}
