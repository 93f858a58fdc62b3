using System.Collections.Immutable;

namespace FinOps.Core.Baselines;

/// <summary>The violations of one stack today beside what the baseline says of that stack.</summary>
/// <param name="New">Not in the baseline, sorted.</param>
/// <param name="Known">In it, and still there.</param>
/// <param name="Stale">In it, and fixed. What could not be judged this time is not counted among these.</param>
/// <param name="Elsewhere">Entries of other stacks, of which this run knows nothing.</param>
public sealed record BaselineDiff(
    ImmutableArray<KnownFinding> New, ImmutableArray<BaselineEntry> Known, ImmutableArray<BaselineEntry> Stale, ImmutableArray<BaselineEntry> Elsewhere)
{
    /// <param name="today">Every violation of the stack.</param>
    /// <param name="unjudged">Whether a rule could not judge a resource this time, for example because of a value that only the update will tell.</param>
    public static BaselineDiff Of(Baseline baseline, string project, string stack, IEnumerable<KnownFinding> today, Func<string, string, bool> unjudged)
    {
        var found = today.ToHashSet();
        var mine = baseline.Entries.Where(entry => StackUrn.IsOf(entry.Urn, project, stack)).ToList();
        return new BaselineDiff(
            [.. KnownFinding.Sort(found.Where(finding => baseline.Find(finding) is null), finding => finding)],
            [.. mine.Where(entry => found.Contains(entry.Key) || unjudged(entry.Rule, entry.Urn))],
            [.. mine.Where(entry => !found.Contains(entry.Key) && !unjudged(entry.Rule, entry.Urn))],
            [.. baseline.Entries.Where(entry => !StackUrn.IsOf(entry.Urn, project, stack))]);
    }

    /// <param name="accept">Why what is new is taken in; null leaves it out. The first baseline needs no reason.</param>
    /// <param name="prune">Whether to leave out what is fixed.</param>
    public Baseline Apply(string source, DateOnly today, string? accept, bool takeNew, bool prune) => new(source,
    [
        .. Elsewhere, .. Known, .. prune ? [] : Stale,
        .. takeNew ? New.Select(finding => new BaselineEntry(finding.Rule, finding.Urn, finding.Finding, today, accept)) : [],
    ]);
}
