using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;

namespace FinOps.Core.Tests.Costs.Analysis;

public sealed class ReportPeriodsTests
{
    [Fact]
    public void AsOfDay_MiddleOfMonth_ComparesTheSameDays()
    {
        var periods = ReportPeriods.AsOfDay(new DateOnly(2026, 11, 21));

        Assert.Equal("2026-11-01..2026-11-21", periods.Current.ToString());
        Assert.Equal("2026-10-01..2026-10-21", periods.SameDaysBefore.ToString());
        Assert.Equal("2026-10-01..2026-11-21", periods.Gathered.ToString());
        Assert.Equal("2026-11-12..2026-11-19", periods.RecentWeek.ToString());
        Assert.Equal("2026-11-05..2026-11-12", periods.WeekBefore.ToString());
        Assert.False(periods.MonthIsOver);
    }

    [Fact]
    public void AsOfDay_FirstOfMonth_IsAboutTheMonthThatEnded()
    {
        var periods = ReportPeriods.AsOfDay(new DateOnly(2026, 1, 1));

        Assert.Equal(new BillingMonth(2025, 12), periods.Month);
        Assert.Equal("2025-12-01..2026-01-01", periods.Current.ToString());
        Assert.True(periods.MonthIsOver);
        Assert.Equal(new DateOnly(2025, 12, 30), periods.SettledEnd);
    }

    // A month after 31 days against one of 28: days 29 to 31 have nothing to be compared with.
    [Theory]
    [InlineData("2026-03-30", 28)]
    [InlineData("2026-04-01", 28)]
    [InlineData("2028-03-31", 29)]
    [InlineData("2026-03-15", 14)]
    public void AsOfDay_LongMonthAfterShortOne_ComparesOnlyDaysWithTwins(string asOf, int days)
    {
        var periods = ReportPeriods.AsOfDay(DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(days, periods.CurrentComparable.Days);
        Assert.Equal(days, periods.SameDaysBefore.Days);
        Assert.True(periods.PreviousMonth.Contains(periods.SameDaysBefore));
    }

    [Fact]
    public void For_PastMonth_IsSettledThroughout()
    {
        var periods = ReportPeriods.For(new BillingMonth(2026, 9), new DateOnly(2026, 11, 21));

        Assert.Equal(new DateOnly(2026, 10, 1), periods.SettledEnd);
        Assert.Equal("2026-09-24..2026-10-01", periods.RecentWeek.ToString());
    }

    [Fact]
    public void For_MonthWithoutCompleteDay_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReportPeriods.For(new BillingMonth(2026, 11), new DateOnly(2026, 11, 1)));

    [Fact]
    public void AsOfDay_EveryDayOfTwoYears_WeeksLieInWhatIsGathered()
    {
        for (var day = new DateOnly(2026, 1, 1); day < new DateOnly(2028, 4, 1); day = day.AddDays(1))
        {
            var periods = ReportPeriods.AsOfDay(day);
            Assert.True(periods.Gathered.Contains(periods.WeekBefore), $"{day}");
            Assert.True(periods.Gathered.Contains(periods.RecentWeek), $"{day}");
            Assert.True(periods.Current.Days >= 1, $"{day}");
        }
    }
}
