namespace FinOps.Core.Costs.Forecasting;

/// <summary>Every day like the average of the last seven.</summary>
internal sealed class FlatWeek : IForecastMethod
{
    public string Name => "seven-day run rate";

    public string How => "every day at the average of the last seven settled days";

    public decimal[] Continue(DailySeries past, int days)
    {
        var average = Math.Max(0, past.Values.Skip(past.Days - Weekdays.Count).Sum() / Weekdays.Count);
        return [.. Enumerable.Repeat(average, days)];
    }
}
