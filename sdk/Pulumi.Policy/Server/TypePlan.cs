using System.Collections.Immutable;

namespace Pulumi.Policy.Server;

/// <summary>
/// What the resource policies of a pack have to do with one type. Most policies are about other types, and saying so again for every
/// resource would cost more than judging it.
/// </summary>
/// <param name="Validators">The policies to run, in the order of the pack.</param>
/// <param name="NotApplicable">What is said of the others.</param>
internal sealed record TypePlan(ImmutableArray<TypePlan.Step> Validators, ImmutableArray<Pulumirpc.PolicyNotApplicable> NotApplicable)
{
    /// <param name="pack">The policies of the pack that look at resources and are not switched off, each with its configuration.</param>
    /// <param name="type">A type token.</param>
    public static TypePlan For(IEnumerable<Step> pack, string type)
    {
        var validators = ImmutableArray.CreateBuilder<Step>();
        var notApplicable = ImmutableArray.CreateBuilder<Pulumirpc.PolicyNotApplicable>();
        foreach (var step in pack)
        {
            if (ReasonAgainst(step.Policy, type) is { } reason)
            {
                notApplicable.Add(PolicyRun.NotApplicable(step.Policy, reason));
            }
            else
            {
                validators.Add(step);
            }
        }

        return new TypePlan(validators.ToImmutable(), notApplicable.ToImmutable());
    }

    /// <returns>Why a policy is not about a type, or null.</returns>
    public static string? TypeReason(ResourceValidationPolicy policy, string type) =>
        policy.ResourceTypes.IsEmpty || policy.ResourceTypes.Contains(type)
            ? policy.NotApplicableTo?.Invoke(type)
            : $"Policy only applies to resources of type {string.Join(", ", policy.ResourceTypes.Select(name => $"'{name}'"))}";

    private static string? ReasonAgainst(ResourceValidationPolicy policy, string type) =>
        policy.Validates ? TypeReason(policy, type) : "Policy does not implement validateResource";

    internal readonly record struct Step(ResourceValidationPolicy Policy, EffectiveConfig Config);
}
