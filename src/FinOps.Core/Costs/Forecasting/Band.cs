namespace FinOps.Core.Costs.Forecasting;

/// <summary>Factors on a forecast. The forecast itself is always inside: low is at most 1, high at least 1.</summary>
internal readonly record struct Band(decimal Low, decimal High)
{
    /// <summary>The quantiles <paramref name="tail"/> and 1 - <paramref name="tail"/>, interpolated; no width when there is nothing.</summary>
    public static Band Of(List<decimal> ratios, decimal tail)
    {
        if (ratios.Count == 0)
            return new Band(1, 1);
        var sorted = ratios.Order().ToList();
        return new Band(Math.Min(1, At(sorted, tail)), Math.Max(1, At(sorted, 1 - tail)));
    }

    private static decimal At(List<decimal> sorted, decimal share)
    {
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
