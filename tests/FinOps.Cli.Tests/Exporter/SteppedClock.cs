using System.Threading.Channels;

namespace FinOps.Cli.Tests.Exporter;

/// <summary>A clock that goes on to the end of a wait when it is told to.</summary>
internal sealed class SteppedClock : TimeProvider
{
    /// <summary>Guards against a hang, nothing else.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Channel<Wait> _timers = Channel.CreateUnbounded<Wait>();
    private DateTimeOffset _now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _timers.Writer.TryWrite(new Wait(dueTime, () => callback(state)));
        return new Timer();
    }

    public async Task<Wait> NextTimerAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        return await _timers.Reader.ReadAsync(limit.Token);
    }

    public void Fire(Wait wait)
    {
        _now += wait.Due;
        wait.End();
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    internal sealed record Wait(TimeSpan Due, Action End);
}
