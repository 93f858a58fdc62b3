using System.Globalization;

namespace FinOps.Core.Costs;

/// <summary>A calendar month in UTC, the unit in which AWS bills.</summary>
public readonly record struct BillingMonth : IComparable<BillingMonth>
{
    // Months since year 1, month 1: default is a valid month and arithmetic needs no carry.
    private readonly int _index;

    /// <exception cref="ArgumentOutOfRangeException">Year not 1..9999 or month not 1..12.</exception>
    public BillingMonth(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        _index = ((year - 1) * 12) + month - 1;
    }

    public int Year => (_index / 12) + 1;

    public int Month => (_index % 12) + 1;

    public int Days => DateTime.DaysInMonth(Year, Month);

    public DateOnly FirstDay => new(Year, Month, 1);

    public DateOnly LastDay => new(Year, Month, Days);

    /// <summary>The whole month; its end is the first day of the next one.</summary>
    public DateRange Range => new(FirstDay, LastDay.AddDays(1));

    public BillingMonth Next => AddMonths(1);

    public BillingMonth Previous => AddMonths(-1);

    public static BillingMonth Containing(DateOnly day) => new(day.Year, day.Month);

    public static BillingMonth Containing(DateTimeOffset instant) => new(instant.UtcDateTime.Year, instant.UtcDateTime.Month);

    /// <summary>Reads <c>2026-01</c>.</summary>
    /// <exception cref="FormatException">Another form.</exception>
    public static BillingMonth Parse(string text) =>
        TryParse(text, out var month) ? month : throw new FormatException($"'{text}' is not a month such as 2026-01.");

    public static bool TryParse(string? text, out BillingMonth month)
    {
        var understood = DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        month = understood ? Containing(day) : default;
        return understood;
    }

    public static bool operator <(BillingMonth left, BillingMonth right) => left._index < right._index;

    public static bool operator >(BillingMonth left, BillingMonth right) => left._index > right._index;

    public static bool operator <=(BillingMonth left, BillingMonth right) => left._index <= right._index;

    public static bool operator >=(BillingMonth left, BillingMonth right) => left._index >= right._index;

    public BillingMonth AddMonths(int months)
    {
        var index = _index + months;
        return new BillingMonth((index / 12) + 1, (index % 12) + 1);
    }

    /// <summary>How many months <paramref name="other"/> lies before this one; negative when it lies after.</summary>
    public int MonthsSince(BillingMonth other) => _index - other._index;

    public bool Contains(DateOnly day) => Containing(day) == this;

    public int CompareTo(BillingMonth other) => _index.CompareTo(other._index);

    public override string ToString() => FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
