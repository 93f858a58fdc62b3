using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Knows what is in flight: a run ends when nothing is, or when something has failed.</summary>
internal sealed class TaskRunner
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<Exception> _failures = new();

    /// <summary>Starts at one for the program itself, so that it cannot end before it has begun.</summary>
    private int _inFlight = 1;

    /// <summary>Completes when the run is over; never fails.</summary>
    public Task Ended => _ended.Task;

    public void Track(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        Interlocked.Increment(ref _inFlight);
        _ = task.ContinueWith(Finish, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Runs the program and what it started; the failures, each once, empty when all went well.</summary>
    public async Task<ImmutableArray<Exception>> RunAsync(Func<Task> program)
    {
        Track(StartAsync(program));
        Release();
        await _ended.Task;
        return [.. _failures.Distinct(ReferenceEqualityComparer.Instance).Cast<Exception>()];
    }

    private static async Task StartAsync(Func<Task> program) => await program();

    private void Finish(Task task)
    {
        foreach (var failure in task.Exception?.InnerExceptions ?? (task.IsCanceled ? [new TaskCanceledException(task)] : Enumerable.Empty<Exception>()))
        {
            _failures.Enqueue(failure);
        }

        if (!_failures.IsEmpty)
        {
            _ended.TrySetResult();
        }

        Release();
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _inFlight) == 0)
        {
            _ended.TrySetResult();
        }
    }
}
