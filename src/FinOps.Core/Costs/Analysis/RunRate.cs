namespace FinOps.Core.Costs.Analysis;

internal static class RunRate
{
    private const int Window = 7;

    /// <returns>Null when the month is over: there is nothing left to estimate.</returns>
    public static MonthEstimate? Estimate(IReadOnlyDictionary<DateOnly, Money> usageByDay, ReportPeriods periods, string currency)
    {
        if (periods.MonthIsOver)
            return null;
        var estimate = For(usageByDay, periods.Month, periods.SettledEnd, currency);
        return estimate with { ErrorLastMonth = Backtest(usageByDay, periods, currency) };
    }

    private static MonthEstimate For(IReadOnlyDictionary<DateOnly, Money> usageByDay, BillingMonth month, DateOnly settledEnd, string currency)
    {
        var week = DateRange.OfDays(settledEnd.AddDays(-Window), Window).EachDay().Select(On).ToList();
        var settled = settledEnd <= month.FirstDay
            ? Money.Zero(currency)
            : Money.Sum(new DateRange(month.FirstDay, settledEnd).EachDay().Select(On), currency);
        // On the first two days of a month nothing of it is settled and the whole month is still to come.
        var from = settledEnd > month.FirstDay ? settledEnd : month.FirstDay;
        var remaining = month.Range.End.DayNumber - from.DayNumber;
        return new MonthEstimate(
            settled,
            Money.Sum(week, currency) / Window,
            remaining,
            settled + (week.Min() * remaining),
            settled + (week.Max() * remaining),
            null);

        Money On(DateOnly day) => usageByDay.GetValueOrDefault(day, Money.Zero(currency));
    }

    private static decimal? Backtest(IReadOnlyDictionary<DateOnly, Money> usageByDay, ReportPeriods periods, string currency)
    {
        var sameDay = periods.PreviousMonth.Start.AddDays(periods.SettledEnd.DayNumber - periods.Month.FirstDay.DayNumber);
        var hasWindow = sameDay.AddDays(-Window) >= periods.Gathered.Start && sameDay < periods.PreviousMonth.End;
        if (!hasWindow)
            return null;
        var actual = Money.Sum(
            periods.PreviousMonth.EachDay().Select(day => usageByDay.GetValueOrDefault(day, Money.Zero(currency))), currency);
        return (For(usageByDay, periods.Month.Previous, sameDay, currency).Amount - actual).ShareOf(actual.Abs());
    }
}
