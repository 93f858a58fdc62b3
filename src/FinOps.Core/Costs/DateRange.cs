using System.Globalization;

namespace FinOps.Core.Costs;

/// <summary>Days from <see cref="Start"/> up to, not including, <see cref="End"/>: the form Cost Explorer uses.</summary>
public readonly record struct DateRange
{
    /// <exception cref="ArgumentException">The end lies before the start. An empty range (start = end) is allowed.</exception>
    public DateRange(DateOnly start, DateOnly end)
    {
        if (end < start)
            throw new ArgumentException($"A range cannot end ({end:yyyy-MM-dd}) before it starts ({start:yyyy-MM-dd}).", nameof(end));
        Start = start;
        End = end;
    }

    public DateOnly Start { get; }

    /// <summary>The first day after the range.</summary>
    public DateOnly End { get; }

    public int Days => End.DayNumber - Start.DayNumber;

    public bool IsEmpty => Start == End;

    /// <exception cref="InvalidOperationException">The range is empty.</exception>
    public DateOnly LastDay => IsEmpty ? throw new InvalidOperationException("An empty range has no last day.") : End.AddDays(-1);

    public static DateRange OfDays(DateOnly start, int days) => new(start, start.AddDays(days));

    public bool Contains(DateOnly day) => Start <= day && day < End;

    public bool Contains(DateRange other) => Start <= other.Start && other.End <= End;

    /// <summary>The common days; an empty range when there are none.</summary>
    public DateRange Intersect(DateRange other)
    {
        var start = Start > other.Start ? Start : other.Start;
        var end = End < other.End ? End : other.End;
        return end < start ? new DateRange(start, start) : new DateRange(start, end);
    }

    /// <summary>The same number of days, immediately before this range.</summary>
    public DateRange Preceding() => new(Start.AddDays(-Days), Start);

    public IEnumerable<DateOnly> EachDay()
    {
        for (var day = Start; day < End; day = day.AddDays(1))
            yield return day;
    }

    /// <summary>The range cut at month borders: first and last part may be incomplete months.</summary>
    public IEnumerable<DateRange> EachMonth()
    {
        for (var start = Start; start < End;)
        {
            var nextMonth = BillingMonth.Containing(start).Range.End;
            var end = nextMonth < End ? nextMonth : End;
            yield return new DateRange(start, end);
            start = end;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start:yyyy-MM-dd}..{End:yyyy-MM-dd}");
}
