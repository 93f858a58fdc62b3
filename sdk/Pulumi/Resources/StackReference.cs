using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The outputs of another stack.</summary>
public sealed class StackReference : CustomResource
{
    /// <param name="name">The stack, <c>organization/project/stack</c>, unless <paramref name="args"/> name it.</param>
    /// <param name="args">Names the stack.</param>
    /// <param name="options">How it is read.</param>
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = NameOf(name, args) },
            CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = NameOf(name, args) }))
    {
    }

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>Null when the stack has no such output; secret when it is secret there.</summary>
    public Output<object?> GetOutput(Input<string> name) => new(ReadAsync(name, required: false));

    /// <exception cref="RunException">When awaited: the stack has no such output.</exception>
    public Output<object> RequireOutput(Input<string> name) => new Output<object?>(ReadAsync(name, required: true)).Apply(value => value!);

    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    public async Task<object?> GetValueAsync(Input<string> name) => Plain(await ReadAsync(name, required: false), await name.ToOutput().DataTask);

    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    /// <exception cref="RunException">The stack has no such output.</exception>
    public async Task<object> RequireValueAsync(Input<string> name) => Plain(await ReadAsync(name, required: true), await name.ToOutput().DataTask)!;

    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var data = await ReadAsync(name, required: false);
        return data.IsSecret ? new StackReferenceOutputDetails { SecretValue = data.Value } : new StackReferenceOutputDetails { Value = data.Value };
    }

    private static Input<string> NameOf(string name, StackReferenceArgs? args) => args?.Name ?? name;

    private static object? Plain(OutputData<object?> data, OutputData<string> name) =>
        data.IsSecret ? throw new InvalidOperationException($"Cannot call GetValueAsync if the referenced stack output is a secret: '{name.Value}'. Use GetOutput or RequireOutput instead.") : data.Value;

    private async Task<OutputData<object?>> ReadAsync(Input<string> name, bool required)
    {
        var key = await name.ToOutput().DataTask;
        var outputs = await Outputs.DataTask;
        var secretNames = await SecretOutputNames.DataTask;
        if (!key.IsKnown || !outputs.IsKnown)
        {
            return key.Then(outputs.With<object?>(null));
        }

        var found = outputs.Value is not null && outputs.Value.TryGetValue(key.Value, out var value) ? value : null;
        if (found is null && required)
        {
            throw new RunException($"Required output '{key.Value}' does not exist on stack '{(await Name.DataTask).Value}'.");
        }

        // Where the engine cannot say which outputs are secret, the whole object was marked, and so is every value.
        var isSecret = secretNames is { IsKnown: true, Value.IsDefault: false } ? secretNames.Value.Contains(key.Value) : outputs.IsSecret;
        return key.Then(outputs.With<object?>(found) with { IsSecret = isSecret });
    }
}

public sealed class StackReferenceArgs : ResourceArgs
{
    /// <summary><c>organization/project/stack</c>.</summary>
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}

/// <summary>One output of another stack; one of the two members is set, or neither when there is no such output.</summary>
public sealed class StackReferenceOutputDetails
{
    public object? Value { get; set; }

    public object? SecretValue { get; set; }
}
