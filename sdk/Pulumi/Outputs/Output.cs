using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>Makes, joins and formats outputs.</summary>
public static partial class Output
{
    public static Output<T> Create<T>(T value) => new(OutputData.Known(value));

    public static Output<T> Create<T>(Task<T> value) => new(FromTaskAsync(value, isSecret: false));

    public static Output<T> CreateSecret<T>(T value) => new(OutputData.Known(value, isSecret: true));

    public static Output<T> CreateSecret<T>(Task<T> value) => new(FromTaskAsync(value, isSecret: true));

    public static Output<T> CreateSecret<T>(Output<T> value) => new(WithSecretAsync(value, isSecret: true));

    public static Output<T> Unsecret<T>(Output<T> output) => new(WithSecretAsync(output, isSecret: false));

    public static async Task<bool> IsSecretAsync<T>(Output<T> output) => (await output.DataTask).IsSecret;

    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All(inputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => new(AllAsync([.. inputs.Select(input => input.ToOutput())]));

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => new(AllAsync([.. outputs]));

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => new(AllAsync([.. outputs]));

    /// <summary>Like an interpolated string (invariant culture), with outputs and inputs allowed as holes.</summary>
    public static Output<string> Format(FormattableString formattableString)
    {
        ArgumentNullException.ThrowIfNull(formattableString);
        return new Output<string>(FormatAsync(formattableString));
    }

    /// <summary>JSON text of the value; outputs, inputs, input lists and input maps may stand anywhere in it.</summary>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null) =>
        new(OutputJson.SerializeAsync(value, options));

    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null) =>
        json.Apply(text => JsonSerializer.Deserialize<T>(text, options)!);

    private static async Task<OutputData<T>> FromTaskAsync<T>(Task<T> value, bool isSecret) => OutputData.Known(await value, isSecret);

    private static async Task<OutputData<T>> WithSecretAsync<T>(Output<T> output, bool isSecret) => (await output.DataTask) with { IsSecret = isSecret };

    private static async Task<OutputData<ImmutableArray<T>>> AllAsync<T>(ImmutableArray<Output<T>> outputs)
    {
        var joined = OutputData.Known(ImmutableArray<T>.Empty);
        var values = ImmutableArray.CreateBuilder<T>(outputs.Length);
        foreach (var output in outputs)
        {
            var data = await output.DataTask;
            values.Add(data.Value);
            joined = joined.Then(data.With(ImmutableArray<T>.Empty));
        }

        return joined.IsKnown ? joined.With(values.MoveToImmutable()) : joined;
    }

    private static async Task<OutputData<string>> FormatAsync(FormattableString text)
    {
        var joined = OutputData.Known("");
        var values = new object?[text.ArgumentCount];
        for (var i = 0; i < values.Length; i++)
        {
            var argument = text.GetArgument(i);
            var output = argument as IOutput ?? (argument as IInput)?.ToUntypedOutput();
            if (output is null)
            {
                values[i] = argument;
                continue;
            }

            var data = await output.GetDataAsync();
            values[i] = data.Value;
            joined = joined.Then(data.With(""));
        }

        return joined.IsKnown ? joined.With(string.Format(CultureInfo.InvariantCulture, text.Format, values)) : joined;
    }
}
