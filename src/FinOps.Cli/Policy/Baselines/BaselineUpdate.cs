using System.Collections.Immutable;
using FinOps.Core.Baselines;
using FinOps.Core.Problems;

namespace FinOps.Cli.Policy.Baselines;

/// <summary>A baseline before and after a check, and what of the check it leaves open.</summary>
/// <param name="Before">Null when there was no file.</param>
/// <param name="Taken">New violations that it takes in.</param>
/// <param name="Left">New violations that it must not take in.</param>
/// <param name="Fixed">Entries of this stack whose violations are gone; <see cref="After"/> has them unless they are pruned.</param>
/// <param name="Renamed">Entries by the name that their resource has today.</param>
/// <param name="Known">How many entries of this stack are still needed.</param>
/// <param name="Elsewhere">How many entries are of other stacks.</param>
/// <param name="Foreign">Violations that block and that no baseline can know.</param>
internal sealed record BaselineUpdate(
    string File,
    BaselineIntent Intent,
    Baseline? Before,
    Baseline After,
    ImmutableArray<KnownFinding> Taken,
    ImmutableArray<KnownFinding> Left,
    ImmutableArray<BaselineEntry> Fixed,
    ImmutableArray<BaselineEntry> Renamed,
    int Known,
    int Elsewhere,
    ImmutableArray<PolicyFinding> Foreign)
{
    /// <summary>Whether the file has to be written: never for a check, and not when it says all of it already.</summary>
    public bool Writes => !Intent.Check && (Before is null || !Before.Entries.SequenceEqual(After.Entries));

    /// <param name="before">Null when there is none yet: only then is everything taken in unasked.</param>
    public static BaselineUpdate Of(string file, Baseline? before, PolicyCheckReport report, BaselineIntent intent, DateOnly today)
    {
        var evidence = new BaselineEvidence(report);
        var old = before ?? Baseline.Empty;
        var present = evidence.Renamed(old);
        var diff = BaselineDiff.Of(present, report.Project, report.Stack, evidence.Today(present), evidence.Unjudged);
        var takes = !intent.Check && (before is null || intent.AcceptNew);
        return new BaselineUpdate(
            file, intent, before, diff.Apply(file, today, intent.Reason, takes, intent.Prune),
            takes ? diff.New : [], takes ? [] : diff.New, diff.Stale, [.. present.Entries.Where(entry => old.Find(entry.Key) is null)],
            diff.Known.Length, diff.Elsewhere.Length, evidence.Foreign);
    }

    /// <summary>What still blocks although the baseline is as it may be, and for a check what has to leave it.</summary>
    public IReadOnlyList<Problem> Problems =>
    [
        .. Left.Select(finding => new Problem("FIN1131", File, finding.ToString(), "a violation that the baseline does not have", "violations that were there when it was recorded",
            "Mend it. If it has to be let through: --accept-new --reason TEXT.")),
        .. (Intent.Check ? Fixed : []).Select(entry => new Problem("FIN1132", File, entry.Key.ToString(), $"an entry of {entry.Since:yyyy-MM-dd} whose violation is fixed", "entries that are needed", "Run finops policy baseline --prune.")),
        .. Foreign.Select(finding => new Problem("FIN1134", $"{finding.Rule.Pack}/{finding.Rule.Name}", finding.Urn, "a mandatory violation that no baseline can know", "violations of a pack that reads baselines, with a mark as their last line",
            "Mend it, or configure the policy to advise.")),
    ];
}
