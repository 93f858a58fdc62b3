namespace Pulumi;

/// <summary>An output whose source is named later, once.</summary>
public sealed class DeferredOutput<T>
{
    private readonly TaskCompletionSource<OutputData<T>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _resolved;

    public DeferredOutput() => Output = new Output<T>(_source.Task);

    public Output<T> Output { get; }

    /// <exception cref="InvalidOperationException">It was resolved before.</exception>
    public void Resolve(Output<T> output)
    {
        if (Interlocked.Exchange(ref _resolved, 1) == 1)
        {
            throw new InvalidOperationException("a deferred output can be resolved only once");
        }

        _ = ForwardAsync(output);
    }

    private async Task ForwardAsync(Output<T> output)
    {
        await ((Task)output.DataTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _source.SetFromTask(output.DataTask);
    }
}
