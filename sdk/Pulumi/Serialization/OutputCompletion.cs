using System.Collections.Immutable;
using Pulumi.Rpc.Values;

namespace Pulumi.Serialization;

/// <summary>The far end of a resource's output: it is filled in when the engine has answered.</summary>
internal abstract class OutputCompletion
{
    /// <param name="value">Null when the engine said nothing about the property.</param>
    /// <param name="missingIsKnown">Whether a property of which nothing was said is known to have no value.</param>
    /// <param name="sources">The resources the value comes from.</param>
    /// <param name="warn">Told about values that do not fit the property's type.</param>
    public abstract void Complete(PropertyValue? value, bool missingIsKnown, ImmutableHashSet<Resource> sources, Action<string> warn);

    public abstract void Fail(Exception exception);
}

internal sealed class OutputCompletion<T> : OutputCompletion
{
    private readonly TaskCompletionSource<OutputData<T>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The registration is what the runner tracks, so the outputs that hang on it need not be.</summary>
    public OutputCompletion() => Output = Output<T>.Untracked(_source.Task);

    public Output<T> Output { get; }

    public void Set(OutputData<T> data) => _source.TrySetResult(data);

    public override void Complete(PropertyValue? value, bool missingIsKnown, ImmutableHashSet<Resource> sources, Action<string> warn)
    {
        if (value is null)
        {
            Set(new OutputData<T>(sources, default!, missingIsKnown, IsSecret: false));
            return;
        }

        Set(PropertyReader.Read<T>(value, sources, warn));
    }

    public override void Fail(Exception exception)
    {
        _source.TrySetException(exception);
        // Whoever awaits the output sees it; the runner has it from the registration; nobody need hear of it a third time.
        _ = _source.Task.Exception;
    }
}
