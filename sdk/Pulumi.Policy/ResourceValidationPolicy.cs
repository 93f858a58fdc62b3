using System.Collections.Immutable;
using Pulumi.Rpc.Values;

namespace Pulumi.Policy;

/// <summary>Looks at one resource at a time, before it is created or updated. Functions may run for several resources at once.</summary>
public sealed record ResourceValidationPolicy : Policy
{
    /// <summary>Type tokens that the policy is about; empty means every resource, the root stack and providers included.</summary>
    public ImmutableArray<string> ResourceTypes { get; init; } = [];

    /// <summary>Why the policy has nothing to say about a type, or null; asked once for each type, before anything of a resource is read.</summary>
    public Func<string, string?>? NotApplicableTo { get; init; }

    public Action<ResourceValidationArgs>? ValidateResource { get; init; }

    /// <summary>Runs after <see cref="ValidateResource"/> when both are set.</summary>
    public Func<ResourceValidationArgs, CancellationToken, Task>? ValidateResourceAsync { get; init; }

    /// <summary>
    /// Returns all inputs of the resource as they should be, or null to leave them. Runs only at level
    /// <see cref="Policy.EnforcementLevel"/> Remediate. A property that was secret stays secret whatever is returned.
    /// </summary>
    public Func<ResourceRemediationArgs, PropertyMap?>? RemediateResource { get; init; }

    internal bool Validates => ValidateResource is not null || ValidateResourceAsync is not null;
}
