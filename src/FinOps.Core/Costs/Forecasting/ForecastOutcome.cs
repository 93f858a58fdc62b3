namespace FinOps.Core.Costs.Forecasting;

/// <summary>A forecast, or why there is none; neither when the month is over, or when nobody knows the daily usage.</summary>
public sealed record ForecastOutcome(MonthForecast? Forecast, ForecastRefusal? Refusal)
{
    public static ForecastOutcome None { get; } = new(null, null);
}
