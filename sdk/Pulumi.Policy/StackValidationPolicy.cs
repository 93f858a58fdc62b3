using System.Collections.Immutable;

namespace Pulumi.Policy;

/// <summary>Looks at all resources of a stack with their outputs, once, after every step of a deployment has succeeded.</summary>
public sealed record StackValidationPolicy : Policy
{
    /// <summary>Type tokens; when not empty the policy sees only these resources, and is not applicable to a stack without any.</summary>
    public ImmutableArray<string> ResourceTypes { get; init; } = [];

    public Action<StackValidationArgs>? ValidateStack { get; init; }

    /// <summary>Runs after <see cref="ValidateStack"/> when both are set.</summary>
    public Func<StackValidationArgs, CancellationToken, Task>? ValidateStackAsync { get; init; }

    internal bool Validates => ValidateStack is not null || ValidateStackAsync is not null;
}
