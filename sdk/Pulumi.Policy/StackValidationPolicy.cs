using System.Collections.Immutable;
using Pulumi.Policy.Typed;

namespace Pulumi.Policy;

/// <summary>Looks at all resources of a stack with their outputs, once, after every step of a deployment has succeeded.</summary>
public sealed record StackValidationPolicy : Policy
{
    /// <summary>Type tokens; when not empty the policy sees only these resources, and is not applicable to a stack without any.</summary>
    public ImmutableArray<string> ResourceTypes { get; init; } = [];

    public Action<StackValidationArgs>? ValidateStack { get; init; }

    /// <summary>Runs after <see cref="ValidateStack"/> when both are set.</summary>
    public Func<StackValidationArgs, CancellationToken, Task>? ValidateStackAsync { get; init; }

    /// <summary>The policy with a function for the resources of one type, whose outputs come as plain values; not applicable to a stack without any.</summary>
    public StackValidationPolicy ValidateStackResourcesOfType<T>(Action<IReadOnlyList<StackResourceOf<T>>, StackValidationArgs> validate)
        where T : struct, IResourceView<T> => this with
    {
        ResourceTypes = ResourceTypes.Contains(T.ResourceType) ? ResourceTypes : ResourceTypes.Add(T.ResourceType),
        ValidateStack = ValidateStack + (args =>
        {
            if (args.ResourcesOfType<T>().ToList() is { Count: > 0 } resources)
            {
                validate(resources, args);
            }
        }),
    };

    internal bool Validates => ValidateStack is not null || ValidateStackAsync is not null;
}
