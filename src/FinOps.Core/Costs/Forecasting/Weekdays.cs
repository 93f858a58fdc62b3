namespace FinOps.Core.Costs.Forecasting;

internal static class Weekdays
{
    public const int Count = 7;

    /// <summary>How much each day of the week, counted from the first value's, is above (1.1) or below (0.9) the average; 1 when there is nothing.</summary>
    public static decimal[] Index(List<decimal> values)
    {
        var index = new decimal[Count];
        var days = new int[Count];
        for (var i = 0; i < values.Count; i++)
        {
            index[i % Count] += values[i];
            days[i % Count]++;
        }

        var average = values.Average();
        for (var weekday = 0; weekday < Count; weekday++)
            index[weekday] = average <= 0 || days[weekday] == 0 ? 1 : Math.Max(0, Math.Round(index[weekday] / days[weekday] / average, 6));
        return index;
    }
}
