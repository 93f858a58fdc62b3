using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;

namespace FinOps.Core.Optimization.Ledger;

/// <summary>
/// Keeps the ledger from report to report. Realised is what the bill shows: the mean cost a day of the resource in the last seven settled days
/// before the advice disappeared, less the mean of the seven days from the first report without it, times 365/12.
/// </summary>
public static class LedgerKeeper
{
    /// <summary>Of both means.</summary>
    public const int MeasuredDays = 7;

    /// <summary>How far back AWS tells the cost of single resources.</summary>
    public const int KnownDays = 14;

    private const decimal DaysOfMonth = 365m / 12;

    /// <summary>The days to ask for.</summary>
    public static DateRange Asked(DateOnly today) => DateRange.OfDays(today.AddDays(-KnownDays), KnownDays);

    /// <summary>Resources whose cost the next step needs: those waiting to be measured first, then the largest promises.</summary>
    public static IReadOnlyList<ResourceName> Wanted(SavingsLedger ledger, IReadOnlyList<Opportunity> opportunities, int most) =>
    [
        .. ledger.In(LedgerState.Gone).Where(entry => entry.DailyBefore is not null).Select(NameOf)
            .Concat(opportunities.Where(each => !each.Best.Action.IsPurchase()).OrderByDescending(each => each.MonthlySaving.Amount).ThenBy(each => each.Id, StringComparer.Ordinal).Select(each => each.Resource))
            .Distinct().Take(most),
    ];

    /// <param name="ledger">As it stands.</param>
    /// <param name="opportunities">Everything advised today, decided upon or not.</param>
    /// <param name="answered">Sources whose whole answer was read: what such a source does not name is gone. What a silent source does not name is unknown.</param>
    /// <param name="costs">Null when AWS does not tell the cost of single resources.</param>
    /// <returns>The ledger after today. The same step on the same day changes nothing more.</returns>
    public static SavingsLedger Step(SavingsLedger ledger, DateOnly today, IReadOnlyList<Opportunity> opportunities, IReadOnlySet<AdviceSource> answered, ResourceCosts? costs)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(opportunities);
        var current = ledger.For(BillingMonth.Containing(today));
        var advised = opportunities.DistinctBy(each => each.Id).ToDictionary(each => each.Id, StringComparer.Ordinal);
        var entries = current.Entries.Select(entry => entry.IsClosed ? entry
            : advised.TryGetValue(entry.Id, out var still) ? Seen(entry, still, today, costs)
            : Missing(entry, today, answered, costs)).ToList();
        var known = entries.Where(entry => !entry.IsClosed).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        // What was closed today stays closed today, so that a second run on the day does not open it anew.
        known.UnionWith(entries.Where(entry => entry.Closed == today).Select(entry => entry.Id));
        entries.AddRange(advised.Values.Where(each => !known.Contains(each.Id)).Select(each => Seen(Begin(each, today), each, today, costs)));
        return current with { Entries = [.. entries.OrderBy(entry => entry.Id, StringComparer.Ordinal).ThenBy(entry => entry.FirstSeen)] };
    }

    public static ResourceName NameOf(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new ResourceName(entry.AccountId, entry.Region, entry.ResourceType, entry.ResourceId);
    }

    private static LedgerEntry Begin(Opportunity opportunity, DateOnly today) => new()
    {
        Id = opportunity.Id,
        AccountId = opportunity.Resource.AccountId,
        Region = opportunity.Resource.Region,
        ResourceType = opportunity.Resource.Type,
        ResourceId = opportunity.Resource.Id,
        Action = opportunity.Best.Action,
        Sources = [],
        Promised = opportunity.MonthlySaving,
        FirstSeen = today,
        LastSeen = today,
    };

    private static LedgerEntry Seen(LedgerEntry entry, Opportunity opportunity, DateOnly today, ResourceCosts? costs) => entry with
    {
        State = LedgerState.Open,
        Gone = null,
        LastSeen = today,
        Action = opportunity.Best.Action,
        ResourceType = opportunity.Resource.Type,
        ResourceId = opportunity.Resource.Id,
        Region = opportunity.Resource.Region,
        Promised = opportunity.MonthlySaving,
        Arn = opportunity.Options.Select(option => option.Arn).FirstOrDefault(arn => arn is not null) ?? entry.Arn,
        Sources = [.. opportunity.Options.SelectMany(option => option.Sources).Distinct().Order()],
        DailyBefore = costs?.MeanOf(opportunity.Resource, Settled(today)) ?? entry.DailyBefore,
    };

    private static LedgerEntry Missing(LedgerEntry entry, DateOnly today, IReadOnlySet<AdviceSource> answered, ResourceCosts? costs)
    {
        if (entry.State == LedgerState.Open)
        {
            if (!entry.Sources.All(answered.Contains))
                return entry;
            entry = entry with { State = LedgerState.Gone, Gone = today };
            if (entry.Action.IsPurchase())
                return Close(entry, today, "a commitment lowers the price of many resources; see utilization and net savings");
            if (entry.DailyBefore is null)
                return Close(entry, today, "the cost of the resource was not known before the advice disappeared");
        }

        var window = DateRange.OfDays(entry.Gone!.Value, MeasuredDays);
        if (window.End.AddDays(ReportPeriods.UnsettledDays) > today)
            return entry;
        if (costs?.MeanOf(NameOf(entry), window) is { } after && entry.DailyBefore is { } before && after.Currency == before.Currency)
            return entry with { State = LedgerState.Measured, Closed = today, Realised = (before - after) * DaysOfMonth };
        return window.Start < today.AddDays(-KnownDays)
            ? Close(entry, today, $"no report with the cost of single resources ran from {window.End.AddDays(ReportPeriods.UnsettledDays):yyyy-MM-dd} to {window.Start.AddDays(KnownDays):yyyy-MM-dd}")
            : entry;
    }

    private static DateRange Settled(DateOnly today) => DateRange.OfDays(today.AddDays(-ReportPeriods.UnsettledDays - MeasuredDays), MeasuredDays);

    private static LedgerEntry Close(LedgerEntry entry, DateOnly today, string why) => entry with { State = LedgerState.NotMeasurable, Closed = today, Why = why };
}
