using System.Collections.Immutable;
using FinOps.Core.Governance.ControlPolicies;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Core.TagPolicies;

namespace FinOps.Core.Governance.Guardrails;

/// <summary>Makes the policies, checks them, and hands them out to the targets.</summary>
internal static class GuardrailPlanner
{
    public static GuardrailPlan Build(TagStandard standard, GuardrailOptions options, IReadOnlyList<GuardrailTarget> targets)
    {
        var problems = new List<Problem>();
        GuardrailChecks.Options(options, targets.Any(target => target.Form == GuardrailForm.Enforcing), problems);
        GuardrailChecks.TypeNames(standard, problems);
        var rules = TagPolicies(standard, TagPolicyParts.Rules, options, problems);
        var enforcement = standard.Keys.Any(key => !key.EnforcedFor.IsEmpty) ? TagPolicies(standard, TagPolicyParts.Enforcement, options, problems) : [];
        var denials = ScpPacking.Pack(TagStatements.Write(standard, options), options, problems);
        // Operators that are none make every document wrong; the option is told already.
        foreach (var policy in problems.Exists(problem => problem.Id == GuardrailChecks.UnknownOperator) ? [] : rules.Concat(enforcement))
        {
            TagPolicy.TryParse(policy.Id, policy.Name, policy.Json, $"tag policy {policy.Name}", problems);
        }

        problems.AddRange(denials.SelectMany(denial => ScpDocument.Check(denial.Name, denial.Json)));

        var attachments = targets.SelectMany(target => Attach(target, [.. rules, .. target.Form == GuardrailForm.Enforcing ? enforcement.AddRange(denials) : []])).ToImmutableArray();
        GuardrailChecks.Targets(targets, attachments, options, problems);
        GuardrailEffect.Check([.. targets.DistinctBy(target => target.Id)], attachments, options, problems);
        return problems.Count == 0
            ? new GuardrailPlan([.. attachments.Select(attachment => attachment.Policy).DistinctBy(policy => policy.Id).OrderBy(policy => policy.Id, StringComparer.Ordinal)], attachments)
            : throw new ProblemException(problems);
    }

    private static IEnumerable<GuardrailAttachment> Attach(GuardrailTarget target, IEnumerable<GuardrailPolicy> policies) =>
        policies.Select(policy => new GuardrailAttachment($"{policy.Id}-on-{target.Id}", policy, target.Id, target.Form));

    /// <summary>
    /// Rules and enforcement are policies of their own, so that going over to enforcement adds one policy and takes none away. The rules come one
    /// policy a key; the enforcement of all keys is short enough for one.
    /// </summary>
    private static ImmutableArray<GuardrailPolicy> TagPolicies(TagStandard standard, TagPolicyParts part, GuardrailOptions options, List<Problem> problems)
    {
        try
        {
            return part == TagPolicyParts.Rules
                ?
                [
                    .. TagPolicyDocument.PerKey(standard, part, options.ChildOperators).Select(key => new GuardrailPolicy($"tag-{key.Key}", GuardrailKind.TagPolicy,
                        $"finops-tag-{key.Key}", $"Casing and values of the tag {key.Key}. Generated from tag-standard.yaml.", key.Value.Json)),
                ]
                :
                [
                    new GuardrailPolicy("tag-enforcement", GuardrailKind.TagPolicy, "finops-tag-enforcement",
                        "Refuses tags that the tag standard does not allow. Generated from tag-standard.yaml.", TagPolicyDocument.From(standard, part, options.ChildOperators).Json),
                ];
        }
        catch (ProblemException tooLarge)
        {
            problems.AddRange(tooLarge.Problems);
            return [];
        }
    }
}
