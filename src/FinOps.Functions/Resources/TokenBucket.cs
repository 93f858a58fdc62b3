namespace FinOps.Functions.Resources;

/// <summary>Lets so many requests a second pass, after a burst of one second's worth, as AWS itself counts them. For one caller at a time.</summary>
internal sealed class TokenBucket(int perSecond, TimeProvider time)
{
    private double _tokens = perSecond;
    private long _filled = time.GetTimestamp();

    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        Fill();
        if (_tokens < 1)
        {
            await Task.Delay(TimeSpan.FromSeconds((1 - _tokens) / perSecond), time, cancellationToken).ConfigureAwait(false);
            Fill();
        }

        // A timer may ring a little early; what is owed then is paid by the next one.
        _tokens--;
    }

    private void Fill()
    {
        var now = time.GetTimestamp();
        _tokens = Math.Min(perSecond, _tokens + (time.GetElapsedTime(_filled, now).TotalSeconds * perSecond));
        _filled = now;
    }
}
