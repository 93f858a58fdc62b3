namespace FinOps.Functions.Tests.Resources;

/// <summary>
/// A clock on which every wait is over at once and has taken its time all the same. What lasts a minute or more is a limit, not a wait: it never
/// passes, but for the first ones that are told to.
/// </summary>
/// <param name="limitsThatPass">How many of the limits are over as soon as they are set.</param>
internal sealed class SkippingTime(int limitsThatPass = 0) : TimeProvider
{
    private readonly Lock _gate = new();
    private TimeSpan _waited;
    private int _limits;

    public TimeSpan Waited
    {
        get
        {
            lock (_gate)
                return _waited;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Waited.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Skipped(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private bool Passes(TimeSpan dueTime)
    {
        if (dueTime < TimeSpan.Zero)
            return false;
        if (dueTime >= TimeSpan.FromMinutes(1))
            return Interlocked.Increment(ref _limits) <= limitsThatPass;
        lock (_gate)
            _waited += dueTime;
        return true;
    }

    private sealed class Skipped(SkippingTime time, Action ring) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (time.Passes(dueTime))
                ThreadPool.QueueUserWorkItem(_ => ring());
            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
