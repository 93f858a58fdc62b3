namespace FinOps.Core.Costs.Forecasting;

/// <summary>One amount a day, without gaps. Amounts are exact and in one currency, which the caller knows.</summary>
/// <param name="Start">The day of the first value.</param>
public sealed record DailySeries(DateOnly Start, IReadOnlyList<decimal> Values)
{
    /// <summary>The first day after the series.</summary>
    public DateOnly End => Start.AddDays(Values.Count);

    public int Days => Values.Count;

    /// <summary>The days of the range; a day without an amount is zero.</summary>
    public static DailySeries Of(IReadOnlyDictionary<DateOnly, Money> byDay, DateRange days)
    {
        ArgumentNullException.ThrowIfNull(byDay);
        return new DailySeries(days.Start, [.. days.EachDay().Select(day => byDay.GetValueOrDefault(day).Amount)]);
    }

    /// <summary>The series from its first day with an amount on: days before that are not history, there was nothing yet.</summary>
    public DailySeries FromFirstAmount()
    {
        var empty = Values.TakeWhile(value => value == 0).Count();
        return new DailySeries(Start.AddDays(empty), [.. Values.Skip(empty)]);
    }

    /// <summary>Only what was known when <paramref name="day"/> began.</summary>
    public DailySeries Before(DateOnly day) => First(Math.Max(0, day.DayNumber - Start.DayNumber));

    /// <summary>The first days, or all when there are fewer.</summary>
    public DailySeries First(int days) => new(Start, [.. Values.Take(days)]);

    /// <summary>The sum of the days of the range that the series has.</summary>
    public decimal Sum(DateRange days)
    {
        var from = Math.Max(0, days.Start.DayNumber - Start.DayNumber);
        var to = Math.Min(Values.Count, days.End.DayNumber - Start.DayNumber);
        var sum = 0m;
        for (var i = from; i < to; i++)
            sum += Values[i];
        return sum;
    }
}
