namespace FinOps.Core.Costs.Forecasting;

/// <summary>How far off the procedure was: actual / forecast of every earlier day from which it could have been asked.</summary>
internal sealed record Residuals(int Count, int Horizon, Band Whole, Band Daily)
{
    private const decimal Tail = (1 - MonthForecast.Coverage) / 2;

    /// <param name="history">At least <see cref="Forecaster.LeastHistory"/> days.</param>
    /// <param name="days">How many days ahead the forecast looks.</param>
    public static Residuals Of(DailySeries history, MethodChoice choice, int days)
    {
        const int least = Forecaster.LearningDays + MethodChoice.TestDays;
        var horizon = Math.Max(1, Math.Min(days, (history.Days - least) / 2));
        var whole = new List<decimal>();
        var daily = new List<decimal>();
        for (var known = least; known + horizon <= history.Days; known++)
        {
            var past = history.First(known);
            var forecast = choice.After(known).Continue(past, horizon);
            var sum = forecast.Sum();
            if (sum <= 0)
                continue;
            whole.Add(history.Sum(DateRange.OfDays(past.End, horizon)) / sum);
            for (var day = 0; day < horizon; day++)
                if (forecast[day] > 0)
                    daily.Add(history.Values[known + day] / forecast[day]);
        }

        return new Residuals(whole.Count, horizon, Band.Of(whole, Tail), Band.Of(daily, Tail));
    }
}
