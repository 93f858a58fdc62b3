namespace FinOps.Core.Costs.History;

/// <summary>Months from <paramref name="From"/> to <paramref name="To"/>, both included, as far as they are over.</summary>
/// <param name="AsOf">"Today", the first day that is not looked at; it lies after the first day of <paramref name="To"/>.</param>
public sealed record HistoryPeriod(BillingMonth From, BillingMonth To, DateOnly AsOf)
{
    public DateRange Days => new(From.FirstDay, AsOf < To.Range.End ? AsOf : To.Range.End);

    public IEnumerable<BillingMonth> Months => Enumerable.Range(0, To.MonthsSince(From) + 1).Select(From.AddMonths);

    /// <summary>The last month with a complete day: the one in which yesterday lies.</summary>
    public static BillingMonth LatestMonth(DateOnly asOf) => BillingMonth.Containing(asOf.AddDays(-1));
}
