using System.Globalization;

namespace FinOps.Core.Costs.Reviews;

/// <summary>ISO 8601 weeks, which begin on Monday, as text.</summary>
public static class IsoWeek
{
    public static string Of(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(date):0000}-W{ISOWeek.GetWeekOfYear(date):00}");
    }
}
