namespace FinOps.Core.Costs.Forecasting;

/// <summary>
/// Holt's level and trend over what is left when the weekdays' own pattern is taken out, the trend fading from day to day: growth goes on
/// for a while, never for ever.
/// </summary>
internal sealed class DampedTrend : IForecastMethod
{
    private const decimal LevelGain = 0.3m;
    private const decimal TrendGain = 0.05m;
    private const decimal Damping = 0.9m;

    // Finer steps would only make the arithmetic slow: amounts of money end long before.
    private const int Decimals = 9;

    /// <summary>Days that are looked at: older ones weigh nothing any more at these gains.</summary>
    private const int Window = 12 * Weekdays.Count;

    public string Name => "damped trend";

    public string How => "level and damped trend (Holt; gains 0.3 and 0.05, damping 0.9) of the last twelve weeks, times the index of the weekday";

    public decimal[] Continue(DailySeries past, int days)
    {
        var recent = past.Values.Skip(Math.Max(0, past.Days - Window)).ToList();
        var index = Weekdays.Index(recent);
        var level = Math.Round(recent.Take(Weekdays.Count).Average(), Decimals);
        var trend = 0m;
        for (var i = 0; i < recent.Count; i++)
        {
            var factor = index[i % Weekdays.Count];
            var plain = factor == 0 ? recent[i] : recent[i] / factor;
            var before = level;
            level = Math.Round((LevelGain * plain) + ((1 - LevelGain) * (level + (Damping * trend))), Decimals);
            trend = Math.Round((TrendGain * (level - before)) + ((1 - TrendGain) * Damping * trend), Decimals);
        }

        var result = new decimal[days];
        var (fade, climb) = (1m, 0m);
        for (var day = 0; day < days; day++)
        {
            fade *= Damping;
            climb += fade * trend;
            result[day] = Math.Max(0, (level + climb) * index[(recent.Count + day) % Weekdays.Count]);
        }

        return result;
    }
}
