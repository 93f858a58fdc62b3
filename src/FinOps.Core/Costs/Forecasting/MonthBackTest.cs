namespace FinOps.Core.Costs.Forecasting;

/// <summary>What the same procedure would have said about a past month, on the same day of it and from data before that day only.</summary>
/// <param name="MadeOn">The first day that it did not know.</param>
/// <param name="Method">The method that it would have chosen then.</param>
public sealed record MonthBackTest(BillingMonth Month, DateOnly MadeOn, string Method, Money Forecast, Money Actual)
{
    /// <summary>0.05 when the forecast was 5 % too high; null when the month cost nothing.</summary>
    public decimal? Error => (Forecast - Actual).ShareOf(Actual.Abs());
}
