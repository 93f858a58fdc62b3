namespace FinOps.Core.Costs.Forecasting;

/// <summary>
/// The procedure: choose a method by how the methods did lately, go on with it, and say how far off the procedure was before. Whatever is
/// said about a day uses nothing from that day on, so no later data can change an earlier forecast.
/// </summary>
public static class Forecaster
{
    /// <summary>Days that a method learns from: four whole weeks.</summary>
    public const int LearningDays = 28;

    /// <summary>Days without which a forecast is refused.</summary>
    public const int LeastHistory = LearningDays + (2 * MethodChoice.TestDays);

    /// <summary>Month ends that are tested.</summary>
    public const int TestedMonths = 3;

    /// <summary>Months before the forecast one that are needed for all tests to be possible on every day of a month.</summary>
    public const int HistoryMonths = TestedMonths + 2;

    // Exact sums of readable amounts: a millionth of a dollar is below anything that is billed.
    private const int Decimals = 6;

    /// <param name="settled">Usage of every settled day; its end is the first day to forecast, or lies before the month.</param>
    public static ForecastOutcome For(BillingMonth month, DailySeries settled, string currency)
    {
        ArgumentNullException.ThrowIfNull(settled);
        var history = settled.FromFirstAmount();
        if (history.Days < LeastHistory)
            return new ForecastOutcome(null, new ForecastRefusal(LeastHistory, history.Days));
        var choice = new MethodChoice(history);
        var method = choice.After(history.Days);
        var ahead = new DateRange(history.End, month.Range.End).Days;
        var residuals = Residuals.Of(history, choice, ahead);
        // On the first days of a month the last settled day lies before it: the days between are forecast too, but are not the month's.
        var days = Continue(method, history, ahead)
            .Select((value, day) => new ForecastDay(history.End.AddDays(day), In(value), In(value * residuals.Daily.Low), In(value * residuals.Daily.High)))
            .Where(day => month.Contains(day.Day))
            .ToList();
        var done = new Money(history.Sum(month.Range), currency);
        var rest = Money.Sum(days.Select(day => day.Expected), currency);
        return new ForecastOutcome(
            new MonthForecast(
                method.Name, method.How, done, days, done + (rest * residuals.Whole.Low), done + (rest * residuals.Whole.High), residuals.Count, residuals.Horizon,
                [.. Enumerable.Range(1, TestedMonths).Select(back => Test(month, month.AddMonths(-back), history, choice, currency)).OfType<MonthBackTest>()]),
            null);

        Money In(decimal value) => new(Math.Round(value, Decimals), currency);
    }

    /// <summary>The days after the series by the method that did best on it; null when it is too short to learn from.</summary>
    /// <param name="history">Settled days, leading zeros included or not.</param>
    public static DailySeries? Continue(DailySeries history, int days)
    {
        ArgumentNullException.ThrowIfNull(history);
        var known = history.FromFirstAmount();
        return known.Days < LearningDays ? null : new DailySeries(known.End, Continue(new MethodChoice(known).After(known.Days), known, days));
    }

    private static decimal[] Continue(IForecastMethod method, DailySeries history, int days) =>
        [.. method.Continue(history, days).Select(value => Math.Round(value, Decimals))];

    /// <returns>Null when the data before that day would not have been enough, or the month is not settled yet.</returns>
    private static MonthBackTest? Test(BillingMonth current, BillingMonth past, DailySeries history, MethodChoice choice, string currency)
    {
        var day = Math.Min(history.End.DayNumber - current.FirstDay.DayNumber, past.Days);
        var madeOn = past.FirstDay.AddDays(day);
        var known = history.Before(madeOn);
        if (known.Days < LearningDays + MethodChoice.TestDays || past.Range.End > history.End)
            return null;
        var method = choice.After(known.Days);
        var ahead = DateRange.OfDays(madeOn, Math.Max(0, past.Range.End.DayNumber - madeOn.DayNumber));
        var continued = new DailySeries(madeOn, Continue(method, known, ahead.Days));
        return new MonthBackTest(
            past, madeOn, method.Name,
            new Money(known.Sum(past.Range) + continued.Sum(past.Range), currency),
            new Money(history.Sum(past.Range), currency));
    }
}
