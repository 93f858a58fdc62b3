namespace FinOps.Core.Costs.Forecasting;

/// <summary>What the month's resource usage, amortized, will have cost at its end.</summary>
/// <param name="Method">The method that did best lately.</param>
/// <param name="How">What it does.</param>
/// <param name="Settled">The month's settled days.</param>
/// <param name="Days">Every day of the month after those.</param>
/// <param name="Low">Eight of ten month ends lie between low and high, if the future resembles the back-tests.</param>
/// <param name="Residuals">How many earlier forecasts the interval is drawn from.</param>
/// <param name="ResidualDays">How many days ahead those looked; fewer than are left when the history is short.</param>
/// <param name="BackTests">The last month ends, the latest first.</param>
public sealed record MonthForecast(
    string Method,
    string How,
    Money Settled,
    IReadOnlyList<ForecastDay> Days,
    Money Low,
    Money High,
    int Residuals,
    int ResidualDays,
    IReadOnlyList<MonthBackTest> BackTests)
{
    /// <summary>The part of outcomes that the interval is meant to hold.</summary>
    public const decimal Coverage = 0.8m;

    public Money Amount => Settled + Money.Sum(Days.Select(day => day.Expected), Settled.Currency);

    /// <summary>Weighted absolute percentage error of the back-tests: sum of |forecast - actual| / sum of actual. Null without back-tests.</summary>
    public decimal? Wape => Money.Sum(BackTests.Select(test => (test.Forecast - test.Actual).Abs()), Settled.Currency)
        .ShareOf(Money.Sum(BackTests.Select(test => test.Actual), Settled.Currency));

    /// <summary>Mean of the absolute percentage errors of the back-tests; null without any.</summary>
    public decimal? Mape => BackTests.Select(test => test.Error).OfType<decimal>().Select(Math.Abs).ToList() is { Count: > 0 } errors ? errors.Average() : null;
}
