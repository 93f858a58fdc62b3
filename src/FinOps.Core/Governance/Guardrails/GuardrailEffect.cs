using System.Collections.Immutable;
using FinOps.Core.Problems;
using FinOps.Core.TagPolicies;

namespace FinOps.Core.Governance.Guardrails;

/// <summary>What Organizations will make of the planned tag policies together with those that stand there already.</summary>
internal static class GuardrailEffect
{
    public static void Check(IReadOnlyList<GuardrailTarget> targets, ImmutableArray<GuardrailAttachment> attachments, GuardrailOptions options, List<Problem> problems)
    {
        var ours = attachments.Select(attachment => attachment.Policy.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var target in targets)
        {
            var levels = target.Above.Append(new GuardrailPlace(target.Id, target.Attached)).Select(place => Level(place, attachments)).ToList();
            var effective = EffectivePolicyEngine.Compute(levels);
            var path = $"{options.Path}.targets.{target.Name}";
            problems.AddRange(effective.Errors.Select(error =>
                new Problem("FIN2069", options.File, path, error.Message, "an effective tag policy that Organizations enforces", $"Shorten one of: {string.Join(", ", error.ContributingPolicies)}.")));

            // The same rules on two levels shadow each other by design; a stranger's policy that stands against ours is a guardrail that is none.
            foreach (var ignored in effective.Ignored.Where(ignored => ignored.Origin.TargetId == target.Id && ours.Contains(ignored.Origin.PolicyName)))
            {
                if (ignored.Because.FirstOrDefault(origin => !ours.Contains(origin.PolicyName)) is { } stranger)
                {
                    problems.Add(new Problem("FIN2070", options.File, path, $"{ignored.Origin.Path} of {ignored.Origin.PolicyName}, which has no effect", "a setting that no other policy overrules", $"Detach or change {stranger.PolicyName} on {stranger.TargetName}: {stranger.Path} stands against it."));
                }
            }
        }
    }

    private static PolicyLevel Level(GuardrailPlace place, ImmutableArray<GuardrailAttachment> attachments)
    {
        var planned = attachments.Where(attachment => attachment.TargetId == place.Id && attachment.Policy.Kind == GuardrailKind.TagPolicy).Select(attachment => attachment.Policy).ToList();
        var attached = place.Attached
            .Where(policy => policy.Kind == GuardrailKind.TagPolicy && !planned.Exists(each => each.Name == policy.Name))
            .Select(policy => (policy.Name, policy.Content));
        // What Organizations has accepted and this reader does not take is not ours to report here.
        var policies = attached.Concat(planned.Select(policy => (policy.Name, Content: policy.Json)))
            .Select(policy => TagPolicy.TryParse(policy.Name, policy.Name, policy.Content, policy.Name, []))
            .OfType<TagPolicy>()
            .ToImmutableArray();
        return new PolicyLevel(new PolicyTarget(place.Id, place.Id, PolicyTargetKind.Unit, null, [.. policies.Select(policy => policy.Id)]), policies);
    }
}
