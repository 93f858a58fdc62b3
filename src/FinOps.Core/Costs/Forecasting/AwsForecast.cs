namespace FinOps.Core.Costs.Forecasting;

/// <summary>Cost Explorer's forecast of usage, from the report's day to the end of the month.</summary>
/// <param name="Low">Null when AWS gives no interval.</param>
public sealed record AwsForecast(Money Rest, Money? Low, Money? High);
