using System.Collections.Immutable;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;

namespace FinOps.Core.Governance.Guardrails;

/// <summary>Which policies exist and which attach where. Pure: made before anything is registered, the same for the same input.</summary>
/// <param name="Policies">By id. Only those that some target needs.</param>
/// <param name="Attachments">By target in the order given, then as the target gets them.</param>
public sealed record GuardrailPlan(ImmutableArray<GuardrailPolicy> Policies, ImmutableArray<GuardrailAttachment> Attachments)
{
    /// <param name="standard">The keys, their values, and for which types each is required.</param>
    /// <param name="targets">Each root, unit or account at most once. A policy on a unit holds for everything below it.</param>
    /// <exception cref="ProblemException">Every mistake in the options and every limit of Organizations that would be passed (FIN2060 to FIN2071).</exception>
    public static GuardrailPlan Build(TagStandard standard, GuardrailOptions options, IReadOnlyList<GuardrailTarget> targets) =>
        GuardrailPlanner.Build(standard, options, targets);

    /// <summary>What one target gets.</summary>
    public IEnumerable<GuardrailPolicy> PoliciesFor(string targetId) =>
        Attachments.Where(attachment => attachment.TargetId == targetId).Select(attachment => attachment.Policy);
}

/// <param name="Id">Stable: the policy's id and the target's.</param>
public sealed record GuardrailAttachment(string Id, GuardrailPolicy Policy, string TargetId, GuardrailForm Form);
