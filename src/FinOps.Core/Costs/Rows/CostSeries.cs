namespace FinOps.Core.Costs.Rows;

/// <summary>
/// The daily amounts of one line item, as columns over the days of its <see cref="CostTable"/>.
/// Amounts are whole millionths (of a US dollar, or of the unit of usage), so sums are exact and cheap.
/// </summary>
public sealed class CostSeries
{
    /// <summary>How many millionths make one.</summary>
    public const long Scale = 1_000_000;

    private readonly long[] _unblended;
    private readonly long[] _amortized;
    private readonly long[] _netUnblended;
    private readonly long[] _netAmortized;
    private readonly long[] _quantity;

    /// <param name="amortized">Null when equal to <paramref name="unblended"/>.</param>
    /// <param name="netUnblended">Null when equal to <paramref name="unblended"/>.</param>
    /// <param name="netAmortized">Null when equal to the amortized cost.</param>
    /// <exception cref="ArgumentException">Columns of different lengths.</exception>
    public CostSeries(
        CostLineItem item,
        long[] unblended,
        long[] quantity,
        long[]? amortized = null,
        long[]? netUnblended = null,
        long[]? netAmortized = null)
    {
        ArgumentNullException.ThrowIfNull(unblended);
        Item = item;
        _unblended = unblended;
        _quantity = quantity;
        _amortized = amortized ?? unblended;
        _netUnblended = netUnblended ?? unblended;
        _netAmortized = netAmortized ?? _amortized;
        foreach (var column in (long[][])[_quantity, _amortized, _netUnblended, _netAmortized])
            if (column.Length != unblended.Length)
                throw new ArgumentException($"Columns of {unblended.Length} and {column.Length} days in one series.", nameof(unblended));
    }

    public CostLineItem Item { get; }

    public int Days => _unblended.Length;

    /// <summary>One value a day, in millionths. The normalized usage is <see cref="CostMetric.UsageQuantity"/> times the item's factor.</summary>
    public ReadOnlySpan<long> Column(CostMetric metric) => metric switch
    {
        CostMetric.UnblendedCost or CostMetric.BlendedCost => _unblended,
        CostMetric.AmortizedCost => _amortized,
        CostMetric.NetUnblendedCost => _netUnblended,
        CostMetric.NetAmortizedCost => _netAmortized,
        CostMetric.UsageQuantity or CostMetric.NormalizedUsageAmount => _quantity,
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "Unknown metric."),
    };

    /// <summary>What a value of the column counts for in the metric.</summary>
    public long Factor(CostMetric metric) => metric == CostMetric.NormalizedUsageAmount ? Item.NormalizationFactor : 1;

    /// <summary>The last day that has a row; null when none has.</summary>
    public int? LastRow
    {
        get
        {
            var day = Days - 1;
            while (day >= 0 && !HasRow(day))
                day--;
            return day < 0 ? null : day;
        }
    }

    /// <summary>Whether the bill has a row on that day: a day with neither cost nor usage has none.</summary>
    public bool HasRow(int day) =>
        _unblended[day] != 0 || _quantity[day] != 0 || _amortized[day] != 0 || _netUnblended[day] != 0 || _netAmortized[day] != 0;
}
