using System.Collections.Immutable;
using FinOps.Core.Inventory;
using FinOps.Core.Tagging;
using FinOps.Core.TagPolicies;
using FinOps.Core.Waivers;

namespace FinOps.Core.Compliance.Judging;

/// <summary>
/// Holds live resources against the standard by the same code as the policy pack. Two things differ, because a live resource is no
/// declaration: tags that AWS itself set (<c>aws:</c>) are nobody's mistake, and a type of the Tagging API may stand for several Pulumi types,
/// of which only what holds for all of them is found.
/// </summary>
/// <param name="policies">The effective tag policy of an account, judged beside the standard; null where there is none.</param>
public sealed class LiveJudge(TagStandard standard, WaiverList waivers, DateOnly today, Func<string, EffectiveTagPolicy?>? policies = null)
{
    private readonly Dictionary<string, TypeRules> _types = new(StringComparer.Ordinal);

    public TagStandard Standard => standard;

    public DateOnly Today => today;

    /// <summary>False when no key of the standard must be there, always or under a condition: then no score says anything.</summary>
    public bool AsksForAnything { get; } = standard.Keys.Any(key => key.Required || !key.RequiredWhen.IsEmpty);

    public LiveVerdict Judge(LiveResource resource)
    {
        var tags = OwnTags(resource.Tags);
        var neverTagged = tags.Count == 0;
        if (!_types.TryGetValue(resource.Type, out var type))
        {
            _types.Add(resource.Type, type = TypeRules.Of(standard, resource.Type));
        }

        if (type.Tokens.IsEmpty)
        {
            return new LiveVerdict(ComplianceState.UnknownType, [], neverTagged);
        }

        var policy = policies?.Invoke(resource.AccountId);
        var found = Findings(type, policy, tags);
        if (found.Count == 0)
        {
            return new LiveVerdict(type.HasKeys || policy is { Keys.IsEmpty: false } ? ComplianceState.Compliant : ComplianceState.NothingAsked, [], neverTagged);
        }

        var stack = waivers.Waivers.IsEmpty ? "" : StackOf(resource.Tags);
        var judged = found.Select(finding => Waive(finding, resource, type, stack)).ToList();
        return new LiveVerdict(judged.TrueForAll(finding => finding.Waiver is not null) ? ComplianceState.Waived : ComplianceState.NonCompliant, judged, neverTagged);
    }

    private List<TagFinding> Findings(TypeRules type, EffectiveTagPolicy? policy, IReadOnlyDictionary<string, string> tags)
    {
        var found = ForAll(type.Tokens, token => standard.Judge(token, tags!));
        if (policy is not null)
        {
            var beside = ForAll(type.AllTokens, token => [.. EffectiveTagJudge.Judge(policy, token, tags!).Select(each => each.Finding)]);
            found.AddRange(beside.Where(finding => !found.Exists(known => known.Key == finding.Key && TagFindingRules.Of(known.Kind) == TagFindingRules.Of(finding.Kind))));
        }

        return found;
    }

    private static List<TagFinding> ForAll(ImmutableArray<string> tokens, Func<string, IReadOnlyList<TagFinding>> judge)
    {
        var found = judge(tokens[0]).ToList();
        for (var at = 1; at < tokens.Length && found.Count > 0; at++)
        {
            var others = judge(tokens[at]);
            found.RemoveAll(finding => !others.Contains(finding));
        }

        return found;
    }

    private JudgedFinding Waive(TagFinding finding, LiveResource resource, TypeRules type, string stack)
    {
        var rule = TagFindingRules.Of(finding.Kind);
        Waiver? lapsed = null;
        foreach (var waiver in waivers.Waivers)
        {
            if (type.AllTokens.Any(token => waiver.Covers(rule, resource.Arn, token, stack, [resource.AccountId])))
            {
                if (waiver.HoldsOn(today))
                {
                    return new JudgedFinding(finding, rule, waiver, null);
                }

                lapsed ??= waiver.Expires <= today ? waiver : null;
            }
        }

        return new JudgedFinding(finding, rule, null, lapsed);
    }

    /// <summary>What Pulumi's provider is often told to leave on resources; a waiver of a stack holds for nothing without it.</summary>
    private static string StackOf(IReadOnlyDictionary<string, string> tags) =>
        tags.TryGetValue("pulumi:project", out var project) && tags.TryGetValue("pulumi:stack", out var stack) ? $"{project}/{stack}" : "";

    private static IReadOnlyDictionary<string, string> OwnTags(IReadOnlyDictionary<string, string> tags) => tags.Keys.Any(TagLimits.IsReserved)
        ? tags.Where(tag => !TagLimits.IsReserved(tag.Key)).ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal)
        : tags;

    /// <param name="Tokens">One for each set of keys that may apply: types with the same keys are judged alike.</param>
    /// <param name="AllTokens">Every Pulumi type that it may be.</param>
    private sealed record TypeRules(ImmutableArray<string> Tokens, ImmutableArray<string> AllTokens, bool HasKeys)
    {
        public static TypeRules Of(TagStandard standard, string type)
        {
            var all = LiveTypes.TokensOf(type);
            ImmutableArray<string> judged = [.. all.DistinctBy(token => string.Join('\n', standard.KeysFor(token).Select(key => key.Name)), StringComparer.Ordinal)];
            return new TypeRules(judged, all, judged.Any(token => !standard.KeysFor(token).IsEmpty));
        }
    }
}
