namespace FinOps.Functions.Costs.Gathering;

/// <summary>
/// The time that is left for answers. When it is over, questions that are still open are given up, the report goes on without them and says
/// so; half an answer is none. Giving up the run itself is another thing and passes through.
/// </summary>
internal sealed class Arrival(CancellationToken deadline, CancellationToken cancellationToken) : IDisposable
{
    private readonly CancellationTokenSource _either = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);

    /// <returns>What <paramref name="ask"/> gives, or <paramref name="late"/> when it did not come in time.</returns>
    public async Task<T> WaitAsync<T>(Func<CancellationToken, Task<T>> ask, T late)
    {
        try
        {
            return await ask(_either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return late;
        }
    }

    public void Dispose() => _either.Dispose();
}
