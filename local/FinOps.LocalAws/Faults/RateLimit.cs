namespace FinOps.LocalAws.Faults;

/// <summary>A bucket that holds one second's calls and fills evenly, as AWS limits requests. Safe for concurrent calls.</summary>
internal sealed class RateLimit(int perSecond, TimeProvider time)
{
    private readonly Lock _lock = new();
    private double _left = perSecond;
    private long _filled = time.GetTimestamp();

    public bool TryTake()
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            _left = Math.Min(perSecond, _left + (time.GetElapsedTime(_filled, now).TotalSeconds * perSecond));
            _filled = now;
            if (_left < 1)
                return false;
            _left--;
            return true;
        }
    }
}
