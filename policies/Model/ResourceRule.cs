using System.Collections.Immutable;
using Pulumi.Policy;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Model;

/// <summary>A rule that judges one resource at a time.</summary>
public abstract class ResourceRule : Rule
{
    /// <summary>The types it is about; empty leaves the choice to <see cref="NotApplicableTo"/>.</summary>
    public virtual ImmutableArray<string> Types => [];

    /// <summary>Whether <see cref="Repair"/> can mend what the rule finds, when a person configures the level remediate.</summary>
    public virtual bool Repairs => false;

    /// <returns>Why the rule has nothing to say about a type, or null.</returns>
    public virtual string? NotApplicableTo(string type) => null;

    /// <param name="args">The resource, the stack and the configuration.</param>
    /// <param name="report">Takes each violation.</param>
    public abstract void Evaluate(ResourceValidationArgs args, Action<Finding> report);

    /// <returns>All inputs as they should be, or null to leave them.</returns>
    public virtual PropertyMap? Repair(ResourceRemediationArgs args) => null;
}
