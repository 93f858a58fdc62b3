namespace FinOps.Core.Costs.Forecasting;

/// <summary>Why there is no forecast: too few settled days with cost.</summary>
/// <param name="DaysNeeded">28 to learn from, 14 to choose a method on, 14 to check the choice on.</param>
/// <param name="DaysSeen">Settled days since the first one with cost.</param>
public sealed record ForecastRefusal(int DaysNeeded, int DaysSeen)
{
    public int DaysMissing => DaysNeeded - DaysSeen;
}
