namespace FinOps.Core.Costs.Analysis;

/// <summary>
/// What the month's resource usage will have cost at its end, by run rate: settled days so far, plus the average of the last seven
/// settled days for each day that is left. <see cref="Low"/> and <see cref="High"/> put the cheapest and the dearest of the seven in place of the average.
/// It knows nothing of plans, weekends or growth; <see cref="ErrorLastMonth"/> says how far off it would have been a month ago.
/// </summary>
/// <param name="Settled">Cost of the month's settled days.</param>
/// <param name="DailyRate">Average of the seven days.</param>
/// <param name="RemainingDays">Days of the month after the settled ones.</param>
/// <param name="ErrorLastMonth">(estimate - actual) / actual of the month before, made on the same day of it; null when it cannot be told.</param>
public sealed record MonthEstimate(Money Settled, Money DailyRate, int RemainingDays, Money Low, Money High, decimal? ErrorLastMonth)
{
    public Money Amount => Settled + (DailyRate * RemainingDays);
}
