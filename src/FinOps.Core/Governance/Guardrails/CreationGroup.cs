using System.Collections.Immutable;

namespace FinOps.Core.Governance.Guardrails;

/// <summary>Actions that one statement may name together with all of their resources.</summary>
/// <param name="Suffix">Tells the statements of one key apart: empty for the actions that carry tags for everything.</param>
internal sealed record CreationGroup(string Suffix, ImmutableArray<string> Actions, ImmutableArray<string> Resources)
{
    /// <summary>
    /// A statement denies every pair of its actions and resources. CreateVolume on volumes and CreateSnapshot on snapshots must therefore stand
    /// apart: CreateSnapshot also touches a volume, for which it carries no tags, and would always be denied.
    /// </summary>
    public static ImmutableArray<CreationGroup> Of(IEnumerable<TaggedCreation> creations)
    {
        var (everything, byArn) = (new List<TaggedCreation>(), new List<List<TaggedCreation>>());
        foreach (var creation in creations.OrderBy(creation => creation.Action, StringComparer.Ordinal))
        {
            if (creation.OnEverything)
            {
                everything.Add(creation);
            }
            else if (byArn.Find(group => group.TrueForAll(other => FitTogether(creation, other))) is { } room)
            {
                room.Add(creation);
            }
            else
            {
                byArn.Add([creation]);
            }
        }

        var groups = byArn.Select((group, at) => new CreationGroup(at == 0 ? "ByArn" : $"ByArn{at + 1}", Names(group),
            [.. group.SelectMany(creation => creation.Resources).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));
        return everything.Count == 0 ? [.. groups] : [new CreationGroup("", Names(everything), ["*"]), .. groups];
    }

    private static bool FitTogether(TaggedCreation one, TaggedCreation other) =>
        !one.Others.Intersect(other.Resources).Any() && !other.Others.Intersect(one.Resources).Any();

    private static ImmutableArray<string> Names(List<TaggedCreation> group) => [.. group.Select(creation => creation.Action)];
}
