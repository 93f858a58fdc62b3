using FinOps.Core.Costs;

namespace FinOps.Core.Tests.Costs;

public sealed class DateRangeTests
{
    private static readonly DateRange Range = new(new DateOnly(2026, 1, 15), new DateOnly(2026, 4, 1));

    [Fact]
    public void Contains_End_IsOutside()
    {
        Assert.True(Range.Contains(Range.Start));
        Assert.True(Range.Contains(Range.LastDay));
        Assert.False(Range.Contains(Range.End));
    }

    [Fact]
    public void EachMonth_StartInsideAMonth_CutsAtMonthBorders()
    {
        var parts = Range.EachMonth().ToList();

        Assert.Equal(["2026-01-15..2026-02-01", "2026-02-01..2026-03-01", "2026-03-01..2026-04-01"], parts.Select(part => part.ToString()));
        Assert.Equal(Range.Days, parts.Sum(part => part.Days));
    }

    [Fact]
    public void Intersect_Apart_IsEmpty() =>
        Assert.True(Range.Intersect(new DateRange(new DateOnly(2026, 5, 1), new DateOnly(2026, 6, 1))).IsEmpty);

    [Fact]
    public void Preceding_AnyRange_IsAsLongAndTouches()
    {
        Assert.Equal(Range.Days, Range.Preceding().Days);
        Assert.Equal(Range.Start, Range.Preceding().End);
    }

    [Fact]
    public void Constructor_EndBeforeStart_Refuses() => Assert.Throws<ArgumentException>(() => new DateRange(Range.End, Range.Start));
}
