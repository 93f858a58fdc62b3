using System.Collections.Concurrent;

namespace FinOps.Functions.Tests.Chat;

/// <summary>A clock on which every wait is over at once, and remembered. A guard against hanging (fifteen seconds and more that nobody waits for) never rings.</summary>
internal sealed class ImpatientTime(TimeSpan guard) : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _waits = new();

    public IReadOnlyList<TimeSpan> Waits => [.. _waits];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == guard)
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
        _waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
