using FinOps.Core.Costs;
using FinOps.Core.Costs.Rows;

namespace FinOps.Core.Organization.Synthetic.Billing;

/// <summary>Columns of daily amounts in millionths.</summary>
internal static class BillColumns
{
    public static long[] Zero(DateRange days) => new long[days.Days];

    /// <summary>A column with one amount on the first day of each month.</summary>
    /// <param name="amountOf">Gets the positions of the month's days in the columns.</param>
    public static long[] OnFirstOfMonth(DateRange days, Func<Range, long> amountOf)
    {
        var column = Zero(days);
        foreach (var month in days.EachMonth())
        {
            var first = month.Start.DayNumber - days.Start.DayNumber;
            column[first] = amountOf(first..(first + month.Days));
        }
        return column;
    }

    /// <summary>Unblended cost of all series in the days at these positions.</summary>
    public static long Sum(IEnumerable<CostSeries> series, Range days)
    {
        var sum = 0L;
        foreach (var one in series)
            foreach (var amount in one.Column(CostMetric.UnblendedCost)[days])
                sum += amount;
        return sum;
    }
}
