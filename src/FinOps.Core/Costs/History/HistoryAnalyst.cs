using FinOps.Core.Costs.Analysis;

namespace FinOps.Core.Costs.History;

/// <summary>Arithmetic of a cost history: no clock, no request, the same facts always give the same table.</summary>
public static class HistoryAnalyst
{
    private const int Year = 12;
    private const int Week = 7;

    /// <exception cref="InvalidOperationException">Cells of different currencies.</exception>
    public static HistoryAnalysis Analyse(HistoryFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var period = facts.Period;
        var cells = facts.Cells.Where(cell => period.Days.Contains(cell.Start)).ToList();
        var seen = cells.Select(cell => BillingMonth.Containing(cell.Start)).ToHashSet();
        var states = period.Months.Select(month => State(month, period, seen)).ToList();
        var hasYear = states.Count(state => state == MonthState.Whole) >= Seasonality.LeastMonths;
        var total = Money.Sum(cells.Select(cell => cell.Amount), facts.Currency);
        var days = Days(facts, cells);
        var totals = ByMonth(cells, period, facts.Currency);
        var months = period.Months.Select((month, at) => new HistoryMonth(
            month,
            month.Range.Intersect(period.Days).Days,
            states[at],
            totals[at],
            Change(totals, states, at, 1),
            hasYear ? Change(totals, states, at, Year) : null,
            facts.Estimated.Any(month.Contains))).ToList();
        var groups = cells.GroupBy(cell => cell.Key, StringComparer.Ordinal)
            .Select(group => Group(group.Key, Label(facts, group.Key), ByMonth(group, period, facts.Currency), ByDay(group, days, facts.Currency), states, total))
            .OrderByDescending(group => group.Total).ThenBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        return new HistoryAnalysis
        {
            Period = period,
            Grouping = facts.Grouping,
            Granularity = facts.Granularity,
            Currency = facts.Currency,
            Months = months,
            Groups = groups,
            Days = days,
            Total = total,
            Seasonality = Seasons(facts, months, days),
        };
    }

    internal static HistoryGroup Fold(string label, List<HistoryGroup> groups, HistoryAnalysis analysis) => Group(
        "",
        label,
        [.. analysis.Months.Select((_, at) => Money.Sum(groups.Select(group => group.Months[at]), analysis.Currency))],
        [.. analysis.Days.Select((_, at) => Money.Sum(groups.Select(group => group.Days[at]), analysis.Currency))],
        [.. analysis.Months.Select(month => month.State)],
        analysis.Total);

    private static HistoryGroup Group(string key, string label, Money[] months, Money[] days, List<MonthState> states, Money total)
    {
        var sum = Money.Sum(months, total.Currency);
        var last = states.LastIndexOf(MonthState.Whole);
        var hasYear = states.Count(state => state == MonthState.Whole) >= Seasonality.LeastMonths;
        return new HistoryGroup(
            key, label, months, days, sum, sum.ShareOf(total), [.. months.Select((_, at) => Change(months, states, at, 1))], hasYear ? Change(months, states, last, Year) : null);
    }

    private static MonthState State(BillingMonth month, HistoryPeriod period, HashSet<BillingMonth> seen) =>
        month.Range.End > period.AsOf ? MonthState.Partial
        : seen.Contains(month) ? MonthState.Whole
        : MonthState.NoData;

    private static CostChange? Change(Money[] amounts, List<MonthState> states, int at, int monthsBack) =>
        at >= monthsBack && states[at] == MonthState.Whole && states[at - monthsBack] == MonthState.Whole
            ? new CostChange(amounts[at - monthsBack], amounts[at])
            : null;

    private static Money[] ByMonth(IEnumerable<HistoryCell> cells, HistoryPeriod period, string currency)
    {
        var sums = Enumerable.Repeat(Money.Zero(currency), period.Months.Count()).ToArray();
        foreach (var cell in cells)
            sums[BillingMonth.Containing(cell.Start).MonthsSince(period.From)] += cell.Amount;
        return sums;
    }

    private static Money[] ByDay(IEnumerable<HistoryCell> cells, List<HistoryDay> days, string currency)
    {
        var sums = Enumerable.Repeat(Money.Zero(currency), days.Count).ToArray();
        if (days.Count > 0)
            foreach (var cell in cells)
                sums[cell.Start.DayNumber - days[0].Day.DayNumber] += cell.Amount;
        return sums;
    }

    private static List<HistoryDay> Days(HistoryFacts facts, List<HistoryCell> cells)
    {
        if (facts.Granularity != HistoryGranularity.Daily || cells.Count == 0)
            return [];
        var sums = cells.GroupBy(cell => cell.Start).ToDictionary(day => day.Key, day => Money.Sum(day.Select(cell => cell.Amount), facts.Currency));
        var settledEnd = facts.Period.AsOf.AddDays(-ReportPeriods.UnsettledDays);
        return [.. new DateRange(sums.Keys.Min(), facts.Period.Days.End).EachDay()
            .Select(day => new HistoryDay(day, sums.GetValueOrDefault(day, Money.Zero(facts.Currency)), day < settledEnd))];
    }

    private static Seasonality Seasons(HistoryFacts facts, List<HistoryMonth> months, List<HistoryDay> days)
    {
        var whole = months.Count(month => month.State == MonthState.Whole);
        var noYear = whole < Seasonality.LeastMonths ? $"needs {Seasonality.LeastMonths} whole months with cost, this history has {whole}"
            : months.All(month => month.YearChange is null) ? "no whole month has a twin a year before in this history"
            : null;
        var settled = days.Where(day => day.IsSettled).ToList();
        var weeks = settled.Count / Week;
        var noWeekdays = facts.Granularity != HistoryGranularity.Daily ? "needs a daily history, this one is monthly"
            : weeks < Seasonality.LeastWeeks ? $"needs {Seasonality.LeastWeeks} whole weeks of settled days, this history has {weeks}"
            : null;
        // The last weeks, so that each weekday counts as often as any other.
        var counted = noWeekdays is null ? settled[^(weeks * Week)..] : [];
        var weekdays = counted.GroupBy(day => day.Day.DayOfWeek).OrderBy(day => ((int)day.Key + 6) % Week)
            .Select(day => (Day: day.Key, Typical: Median([.. day.Select(one => one.Total).Order()]))).ToList();
        var mean = weekdays.Count == 0 ? Money.Zero(facts.Currency) : Money.Sum(weekdays.Select(day => day.Typical), facts.Currency) / Week;
        if (noWeekdays is null && mean.Amount <= 0)
        {
            noWeekdays = "the cost of these weeks is not above zero, so there is no typical day to measure against";
            weekdays = [];
        }

        return new Seasonality(
            whole,
            noYear,
            [.. weekdays.Select(day => new WeekdayIndex(day.Day, day.Typical, day.Typical.Amount / mean.Amount))],
            weekdays.Count == 0 ? default : DateRange.OfDays(counted[0].Day, counted.Count),
            noWeekdays);
    }

    // Not the mean: the charges of the first of a month would pass for a habit of the weekday on which it fell.
    private static Money Median(List<Money> ordered) => (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;

    private static string Label(HistoryFacts facts, string key) =>
        facts.Names.GetValueOrDefault(key) is { Length: > 0 } name ? name
        : key.Length > 0 ? key
        : facts.Grouping.MayBeMissing ? $"no {facts.Grouping.Name}" : "none";
}
