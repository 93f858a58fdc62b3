namespace FinOps.Core.Costs.Rows;

/// <summary>All cost rows of an organization, stored as one series of daily amounts for each line item.</summary>
public sealed class CostTable
{
    private readonly Lazy<ILookup<string, CostSeries>> _byAccount;

    /// <param name="days">The days that the columns of every series cover.</param>
    /// <param name="estimatedFrom">The first day whose amounts may still change.</param>
    public CostTable(DateRange days, DateOnly estimatedFrom, IReadOnlyList<CostSeries> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (series.FirstOrDefault(candidate => candidate.Days != days.Days) is { } odd)
            throw new ArgumentException($"A series of {odd.Days} days in a table of {days.Days} days.", nameof(series));
        Days = days;
        EstimatedFrom = estimatedFrom;
        Series = series;
        _byAccount = new Lazy<ILookup<string, CostSeries>>(() => series.ToLookup(one => one.Item.AccountId, StringComparer.Ordinal));
    }

    public DateRange Days { get; }

    public DateOnly EstimatedFrom { get; }

    public IReadOnlyList<CostSeries> Series { get; }

    /// <summary>The series of one account; none for an account without costs.</summary>
    public IEnumerable<CostSeries> SeriesOf(string accountId) => _byAccount.Value[accountId];

    public int DayIndex(DateOnly day) => day.DayNumber - Days.Start.DayNumber;

    public long CountRows()
    {
        var count = 0L;
        foreach (var series in Series)
            for (var day = 0; day < series.Days; day++)
                if (series.HasRow(day))
                    count++;
        return count;
    }

    /// <summary>Every row, series by series, days ascending within each; made one at a time.</summary>
    public IEnumerable<CostRow> Rows()
    {
        foreach (var series in Series)
            for (var day = 0; day < series.Days; day++)
                if (series.HasRow(day))
                    yield return Row(series, day);
    }

    private CostRow Row(CostSeries series, int day)
    {
        var date = Days.Start.AddDays(day);
        return new CostRow(
            date,
            series.Item,
            Cost(CostMetric.UnblendedCost),
            Cost(CostMetric.AmortizedCost),
            Cost(CostMetric.NetUnblendedCost),
            Cost(CostMetric.NetAmortizedCost),
            Value(CostMetric.UsageQuantity),
            date >= EstimatedFrom);

        Money Cost(CostMetric metric) => Money.Usd(Value(metric));
        decimal Value(CostMetric metric) => series.Column(metric)[day] / (decimal)CostSeries.Scale;
    }
}
