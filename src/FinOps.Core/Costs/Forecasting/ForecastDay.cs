namespace FinOps.Core.Costs.Forecasting;

/// <summary>One day to come.</summary>
/// <param name="Low">Eight of ten days lie between low and high, if the future resembles the back-tests.</param>
public sealed record ForecastDay(DateOnly Day, Money Expected, Money Low, Money High);
