using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>A value that will be there later, together with where it came from and whether it is known and secret.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
[SuppressMessage("Naming", "CA1711", Justification = "the official name")]
public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> data, bool tracked = true)
    {
        DataTask = data;
        if (tracked && !data.IsCompletedSuccessfully)
        {
            // A program is complete only when nothing is in flight, and a failing output fails it even if nobody reads it.
            DeploymentContext.CurrentOrNull?.Runner.Track(data);
        }
    }

    internal Output(OutputData<T> data) => DataTask = Task.FromResult(data);

    internal Task<OutputData<T>> DataTask { get; }

    /// <summary>For values that hang on something the runner tracks already.</summary>
    internal static Output<T> Untracked(Task<OutputData<T>> data) => new(data, tracked: false);

    public static Output<T> Create(Task<T> value) => Output.Create(value);

    public Output<U> Apply<U>(Func<T, U> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return new Output<U>(RunAsync(value => new ValueTask<OutputData<U>>(OutputData.Known(func(value)))));
    }

    public Output<U> Apply<U>(Func<T, Task<U>> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return new Output<U>(RunAsync(async value => OutputData.Known(await func(value))));
    }

    public Output<U> Apply<U>(Func<T, Input<U>?> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return new Output<U>(RunAsync(value => ReadAsync(func(value)?.ToOutput())));
    }

    public Output<U> Apply<U>(Func<T, Output<U>?> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return new Output<U>(RunAsync(value => ReadAsync(func(value))));
    }

    public Output<ValueTuple> Apply(Func<T, Task> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return new Output<ValueTuple>(RunAsync(async value =>
        {
            await func(value);
            return OutputData.Known(default(ValueTuple));
        }));
    }

    /// <summary>A value that is not there yet has no text: the answer explains what to do instead, and a warning is logged.</summary>
    /// <exception cref="InvalidOperationException">PULUMI_ERROR_OUTPUT_STRING is <c>1</c> or <c>true</c>.</exception>
    public override string ToString() => OutputText.Explain();

    async Task<OutputData<object?>> IOutput.GetDataAsync()
    {
        var data = await DataTask.ConfigureAwait(false);
        return data.With<object?>(data.IsKnown ? data.Value : null);
    }

    private static async ValueTask<OutputData<U>> ReadAsync<U>(Output<U>? output) =>
        output is null ? OutputData.Known<U>(default!) : await output.DataTask;

    private async Task<OutputData<U>> RunAsync<U>(Func<T, ValueTask<OutputData<U>>> func)
    {
        var data = await DataTask;
        return data.IsKnown ? data.Then(await func(data.Value)) : data.Unknown<U>();
    }
}
