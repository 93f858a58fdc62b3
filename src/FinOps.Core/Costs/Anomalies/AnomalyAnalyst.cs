using FinOps.Core.Costs.Analysis;
using FinOps.Core.Costs.Forecasting;

namespace FinOps.Core.Costs.Anomalies;

/// <summary>One list of what AWS saw and what the report saw itself; each item says who.</summary>
internal static class AnomalyAnalyst
{
    public static AnomalyList Analyse(CostFacts facts, Func<string, TagVerdict> judge, MoverGates gates)
    {
        var known = new AnomalyFacts(facts, judge);
        var ours = Ours(known, gates).ToList();
        // Two monitors may tell of the same anomaly.
        var reported = facts.ReportedAnomalies
            .OrderByDescending(anomaly => anomaly.Impact)
            .ThenBy(anomaly => anomaly.Id, StringComparer.Ordinal)
            .DistinctBy(anomaly => anomaly.Id, StringComparer.Ordinal)
            .DistinctBy(anomaly => (anomaly.Service, anomaly.AccountId, anomaly.UsageType, anomaly.First))
            .ToList();
        var items = new List<CostAnomaly>();
        foreach (var theirs in reported)
        {
            var twin = ours.Where(own => Same(own, theirs)).OrderByDescending(own => own.Impact).ThenBy(own => own.Id, StringComparer.Ordinal).FirstOrDefault();
            if (twin is not null)
                ours.Remove(twin);
            items.Add(Join(known, theirs, twin));
        }

        // What both saw has passed the gates already, by our own figures.
        var shown = items.Where(item => item.Source == AnomalySource.Both || gates.Pass(item.Impact.Amount, item.Expected?.Amount)).ToList();
        return new AnomalyList(
            [.. shown.Concat(ours).OrderByDescending(item => item.IsOpen).ThenByDescending(item => item.Impact).ThenBy(item => item.Id, StringComparer.Ordinal)],
            items.Count - shown.Count);
    }

    private static IEnumerable<CostAnomaly> Ours(AnomalyFacts known, MoverGates gates)
    {
        var periods = known.Facts.Periods;
        var settled = new DateRange(periods.Compared.Start, periods.Watched.End);
        foreach (var part in known.Facts.TagByService.Where(cell => settled.Contains(cell.Day)).GroupBy(cell => (Tag: cell.First, Service: cell.Second)))
        {
            var byDay = part.GroupBy(cell => cell.Day).ToDictionary(day => day.Key, day => Money.Sum(day.Select(cell => cell.Amounts.Amortized), known.Facts.Currency));
            foreach (var finding in DailyDetector.Find(DailySeries.Of(byDay, settled), periods.Watched, (impact, expected) => gates.Pass(impact, expected)))
            {
                var account = known.AccountBehind(part.Key.Tag, finding.Days);
                yield return new CostAnomaly(
                    FormattableString.Invariant($"{part.Key.Tag}|{part.Key.Service}|{finding.Days.Start:yyyy-MM-dd}"),
                    AnomalySource.Ours,
                    finding.Days.Start,
                    finding.Days.LastDay,
                    part.Key.Service,
                    account,
                    known.AccountLabel(account),
                    null,
                    null,
                    part.Key.Tag,
                    known.OwnerOf(part.Key.Tag),
                    new Money(finding.Impact, known.Facts.Currency),
                    new Money(finding.Expected, known.Facts.Currency),
                    finding.Days.End == periods.Watched.End,
                    null);
            }
        }
    }

    /// <summary>The same service or account on a common day; where both are known on both sides, both must be the same.</summary>
    private static bool Same(CostAnomaly own, ReportedAnomaly theirs) =>
        own.First <= theirs.Last && theirs.First <= own.Last
        && (theirs.Service ?? theirs.AccountId) is not null
        && (theirs.Service is null || theirs.Service == own.Service)
        && (theirs.AccountId is null || own.AccountId is null || theirs.AccountId == own.AccountId);

    private static CostAnomaly Join(AnomalyFacts known, ReportedAnomaly theirs, CostAnomaly? ours)
    {
        var account = theirs.AccountId ?? ours?.AccountId;
        var tag = ours?.OwnerTag ?? (account is null ? null : known.OwnerBehind(account, new DateRange(theirs.First, theirs.Last.AddDays(1))));
        return new CostAnomaly(
            theirs.Id,
            ours is null ? AnomalySource.Aws : AnomalySource.Both,
            theirs.First,
            theirs.Last,
            theirs.Service ?? ours?.Service,
            account,
            known.AccountLabel(account, theirs.AccountName),
            theirs.Region,
            theirs.UsageType,
            tag,
            known.OwnerOf(tag),
            theirs.Impact,
            theirs.Expected ?? ours?.Expected,
            (ours?.IsOngoing ?? false) || theirs.Last >= known.Facts.Periods.SettledEnd.AddDays(-1),
            theirs.Feedback);
    }
}
