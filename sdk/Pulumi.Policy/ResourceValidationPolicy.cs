using System.Collections.Immutable;
using Pulumi.Policy.Typed;
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

    /// <summary>
    /// The policy with a function for resources of one type, whose inputs come as plain values. Several types may be added; the policy
    /// is then about these types and no other.
    /// </summary>
    public ResourceValidationPolicy ValidateResourceOfType<T>(Action<T, ResourceValidationArgs> validate)
        where T : struct, IResourceView<T> => About<T>() with
    {
        ValidateResource = ValidateResource + (args =>
        {
            if (args.Resource.As<T>() is { } view)
            {
                validate(view, args);
            }
        }),
    };

    /// <summary>The policy with a repair for resources of one type; as <see cref="RemediateResource"/>, with the inputs as plain values beside.</summary>
    public ResourceValidationPolicy RemediateResourceOfType<T>(Func<T, ResourceRemediationArgs, PropertyMap?> remediate)
        where T : struct, IResourceView<T>
    {
        var others = RemediateResource;
        return About<T>() with { RemediateResource = args => args.Resource.As<T>() is { } view ? remediate(view, args) : others?.Invoke(args) };
    }

    private ResourceValidationPolicy About<T>()
        where T : struct, IResourceView<T> => ResourceTypes.Contains(T.ResourceType) ? this : this with { ResourceTypes = ResourceTypes.Add(T.ResourceType) };

    internal bool Validates => ValidateResource is not null || ValidateResourceAsync is not null;
}
