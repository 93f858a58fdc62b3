using FinOps.Core.Costs.Forecasting;

namespace FinOps.Core.Costs.Anomalies;

/// <summary>
/// Finds days that cost more than the same weekdays before them. Median and median deviation, so that a past outlier neither hides nor
/// makes a new one; a day that was found unusual is left out of what later days are held against.
/// </summary>
public static class DailyDetector
{
    /// <summary>The last settled days, which are judged.</summary>
    public const int WatchedDays = 14;

    /// <summary>The days before a judged one, which it is held against: five of each weekday.</summary>
    public const int BaselineDays = 35;

    /// <summary>Days since the first cost without which nothing is judged by its own past.</summary>
    public const int LeastBaseline = 14;

    // Median deviation times 1.4826 is the standard deviation of ordinary noise; four of them are once in thirty thousand days.
    private const decimal Normal = 1.4826m;
    private const decimal Limit = 4;

    /// <param name="series">All days up to the last settled one.</param>
    /// <param name="watched">The days to judge.</param>
    /// <param name="passes">The gates: impact and expectation of one finding.</param>
    public static IReadOnlyList<DailyFinding> Find(DailySeries series, DateRange watched, Func<decimal, decimal, bool> passes)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(passes);
        var usual = new List<decimal?>(series.Values.Select(value => (decimal?)value));
        var unusual = new List<(DateOnly Day, decimal Actual, decimal Expected)>();
        foreach (var day in watched.EachDay())
        {
            var index = day.DayNumber - series.Start.DayNumber;
            if (index < 0 || index >= series.Days)
                continue;
            if (Judge(usual, index) is not { } expected)
                continue;
            unusual.Add((day, series.Values[index], expected));
            usual[index] = null;
        }

        return [.. Merge(unusual).Where(finding => passes(finding.Impact, finding.Expected))];
    }

    /// <returns>What the day should have cost; null when it is not unusual, or when there is too little past to say so.</returns>
    private static decimal? Judge(List<decimal?> usual, int index)
    {
        var value = usual[index]!.Value;
        var from = Math.Max(0, index - BaselineDays);
        var past = Enumerable.Range(from, index - from).Where(day => usual[day] is not null).Select(day => (Day: day, Value: usual[day]!.Value)).ToList();
        var spent = past.Where(day => day.Value != 0).ToList();
        if (past.Count < LeastBaseline)
            return null;
        // New: nothing at all before. Only the gate in money says whether it matters.
        if (spent.Count == 0)
            return value > 0 ? 0 : null;
        // A thing that has just begun has no past to be held against yet.
        if (index - spent[0].Day < LeastBaseline)
            return null;
        // Sporadic, such as a monthly job: its quiet days say nothing, so it is held against the largest of its own busy ones.
        if (spent.Count * 2 < past.Count)
            return value > spent.Max(day => day.Value) ? Median(spent.Select(day => day.Value)) : null;
        var weekdays = past.GroupBy(day => (index - day.Day) % Weekdays.Count).ToDictionary(group => group.Key, group => Median(group.Select(day => day.Value)));
        if (!weekdays.TryGetValue(0, out var expected))
            return null;
        var deviation = Normal * Median(past.Select(day => Math.Abs(day.Value - weekdays[(index - day.Day) % Weekdays.Count])));
        return value > expected && value - expected >= Limit * deviation ? expected : null;
    }

    private static IEnumerable<DailyFinding> Merge(List<(DateOnly Day, decimal Actual, decimal Expected)> days)
    {
        DailyFinding? open = null;
        foreach (var (day, actual, expected) in days)
        {
            if (open is not null && open.Days.End == day)
            {
                open = new DailyFinding(new DateRange(open.Days.Start, day.AddDays(1)), open.Actual + actual, open.Expected + expected);
                continue;
            }

            if (open is not null)
                yield return open;
            open = new DailyFinding(DateRange.OfDays(day, 1), actual, expected);
        }

        if (open is not null)
            yield return open;
    }

    private static decimal Median(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
