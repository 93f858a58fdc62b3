namespace FinOps.Core.Costs.Forecasting;

/// <summary>Every Monday like the last four Mondays.</summary>
internal sealed class WeekdayAverage : IForecastMethod
{
    private const int Weeks = Forecaster.LearningDays / Weekdays.Count;

    public string Name => "weekday average";

    public string How => "every day at the average of the last four settled days of its weekday";

    public decimal[] Continue(DailySeries past, int days)
    {
        var week = new decimal[Weekdays.Count];
        for (var i = past.Days - Forecaster.LearningDays; i < past.Days; i++)
            week[(i - past.Days + Forecaster.LearningDays) % Weekdays.Count] += past.Values[i];
        return [.. Enumerable.Range(0, days).Select(day => Math.Max(0, week[day % Weekdays.Count] / Weeks))];
    }
}
