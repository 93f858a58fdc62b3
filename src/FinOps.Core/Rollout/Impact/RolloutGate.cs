using System.Globalization;
using FinOps.Core.Problems;
using FinOps.Core.Rollout.Evidence;
using FinOps.Core.Rollout.Waves;

namespace FinOps.Core.Rollout.Impact;

/// <summary>
/// Whether a wave may go one state further. It asks for evidence of the wave before, and of the wave itself when it goes from reporting to
/// enforcing, and fails closed: what is not known counts as a reason to stay.
/// </summary>
public static class RolloutGate
{
    /// <summary>The waves whose evidence the next step of a wave needs; none for the first wave to report, which refuses nothing.</summary>
    /// <exception cref="ProblemException">FIN2091: there is no such wave.</exception>
    public static IReadOnlyList<RolloutWave> Witnesses(WaveSequence sequence, string name)
    {
        var wave = sequence.Wave(name);
        return [.. new[] { sequence.Before(name), wave.State == RolloutState.ReportOnly ? wave : null }.OfType<RolloutWave>()];
    }

    /// <param name="impact">Judged since each wave's own date; null when no events were given.</param>
    /// <param name="accepted">Why whole evidence is not needed. Denials cannot be accepted: the limit in the config is the place for that.</param>
    /// <returns>FIN2094 (denials over the limit) and FIN2095 (evidence that is missing or not whole); empty when the wave may go on.</returns>
    public static IReadOnlyList<Problem> Judge(WaveSequence sequence, string name, ImpactReport? impact, EvidenceReading? reading, DateOnly today, string? accepted)
    {
        var witnesses = Witnesses(sequence, name);
        var (denials, doubts) = (new List<Problem>(), new List<Problem>());
        foreach (var witness in witnesses)
        {
            if (impact?.Of(witness.Name) is not { Events: > 0 } seen)
            {
                Doubt(witness, "no call of its accounts in the evidence", "at least one call since its last step", "Name CloudTrail's files with --events.");
            }
            else
            {
                Check(witness, seen);
            }

            var days = today.DayNumber - (witness.Since ?? today).DayNumber;
            if (days < sequence.Limits.MinimumDays)
            {
                Doubt(witness, Count(days, "day") + $" as {witness.State}", "at least " + Count(sequence.Limits.MinimumDays, "day"), "Wait.");
            }
        }

        if (witnesses.Count > 0 && reading is { IsWhole: false })
        {
            doubts.Add(new Problem("FIN2095", "events", "Records", $"{Count(reading.MalformedRecords, "malformed record")} and {Count(reading.BrokenFiles, "broken file")} ({string.Join("; ", reading.Mistakes)})",
                "files that can be read to their end", "Fetch them again."));
        }

        return accepted is null ? [.. denials, .. doubts] : denials;

        void Check(RolloutWave witness, WaveImpact seen)
        {
            if (seen.Denied > sequence.Limits.MaximumDenials)
            {
                var most = seen.Denials[0];
                denials.Add(new Problem("FIN2094", sequence.File, Place(witness), $"{Count(seen.Denied, "denied call")} since {witness.Since:yyyy-MM-dd}, most of them {most.Action} by {most.Principal} without {most.Missing}",
                    $"at most {sequence.Limits.MaximumDenials}", "Mend the callers ('finops rollout plan' lists them), or raise maximumDenials."));
            }

            if (seen.Unjudged > 0)
            {
                Doubt(witness, $"{Count(seen.Unjudged, "call")} that cannot be judged, most of them {seen.Doubts[0].Action} by {seen.Doubts[0].Principal}", "none", "Look at them: tags in a launch template do not show in CloudTrail.");
            }
        }

        void Doubt(RolloutWave witness, string found, string allowed, string fix) =>
            doubts.Add(new Problem("FIN2095", sequence.File, Place(witness), found, allowed, $"{fix} To go on without it, say why with --accept."));

        string Place(RolloutWave witness) => $"{sequence.Path}.waves: {witness.Name}";
    }

    private static string Count(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
