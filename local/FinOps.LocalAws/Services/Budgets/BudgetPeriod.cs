using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Services.Budgets;

/// <summary>The days that a budget counts: its day, month, quarter or year, or the span that a CUSTOM budget was given.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">The day after the last.</param>
internal readonly record struct BudgetPeriod(DateOnly Start, DateOnly End)
{
    public long StartSeconds => new DateTimeOffset(Start.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeSeconds();

    public static BudgetPeriod Containing(string unit, DateOnly today, JsonObject? custom)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        var quarter = new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1);
        var year = new DateOnly(today.Year, 1, 1);
        return unit switch
        {
            "DAILY" => new(today, today.AddDays(1)),
            "QUARTERLY" => new(quarter, quarter.AddMonths(3)),
            "ANNUALLY" => new(year, year.AddYears(1)),
            "CUSTOM" when custom is not null => new(Day(custom, "Start"), Day(custom, "End")),
            _ => new(month, month.AddMonths(1)),
        };
    }

    private static DateOnly Day(JsonObject period, string name) =>
        DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds((long)period[name]!).UtcDateTime);
}
