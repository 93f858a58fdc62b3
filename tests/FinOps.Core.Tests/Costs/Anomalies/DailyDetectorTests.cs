using FinOps.Core.Costs;
using FinOps.Core.Costs.Anomalies;
using FinOps.Core.Costs.Forecasting;

namespace FinOps.Core.Tests.Costs.Anomalies;

public sealed class DailyDetectorTests
{
    private static readonly DateOnly Start = new(2026, 10, 1);
    private static readonly DateRange Watched = DateRange.OfDays(Start.AddDays(35), 14);

    [Fact]
    public void Find_OneDayFarAboveItsWeekdays_IsFound()
    {
        var day = Watched.EachDay().First(at => at.DayOfWeek == DayOfWeek.Tuesday);

        var finding = Assert.Single(Find(at => at == day ? 90 : Weekly(at)));

        Assert.Equal(DateRange.OfDays(day, 1), finding.Days);
        Assert.Equal(90m, finding.Actual);
        Assert.InRange(finding.Expected, 12, 12.5m);
    }

    [Fact]
    public void Find_QuietWeekends_AreNoAnomaliesAndNoExcuse() => Assert.Empty(Find(Weekly));

    // 12 is an ordinary Monday and an unusual Sunday.
    [Fact]
    public void Find_MondayOnASunday_IsFound()
    {
        var sunday = Watched.EachDay().First(day => day.DayOfWeek == DayOfWeek.Sunday);

        Assert.Equal(sunday, Assert.Single(Find(day => day == sunday ? 12 : Weekly(day))).Days.Start);
    }

    [Fact]
    public void Find_ConsecutiveDays_AreOneAnomaly()
    {
        var days = DateRange.OfDays(Watched.Start.AddDays(3), 6);

        var finding = Assert.Single(Find(day => days.Contains(day) ? 60 : 10));

        Assert.Equal(days, finding.Days);
        Assert.Equal(300m, finding.Impact);
    }

    [Fact]
    public void Find_LastTwoDays_AreNotJudged() => Assert.Empty(Find(day => day >= Watched.End ? 900 : 10, extraDays: 2));

    [Fact]
    public void Find_MonthlyJob_IsNotUnusual() => Assert.Empty(Find(day => day.Day == 10 ? 500 : 0));

    [Fact]
    public void Find_MonthlyJobTwiceAsDear_IsFound() =>
        Assert.Equal(500m, Assert.Single(Find(day => day is { Month: 10, Day: 10 } ? 500 : day is { Month: 11, Day: 10 } ? 1000 : 0)).Impact);

    [Fact]
    public void Find_NewService_IsFoundFromItsFirstDay()
    {
        var first = Watched.Start.AddDays(9);

        var finding = Assert.Single(Find(day => day >= first ? 40 : 0));

        Assert.Equal((new DateRange(first, Watched.End), 0m), (finding.Days, finding.Expected));
    }

    [Fact]
    public void Find_PastSpike_DoesNotHideTheNextOne()
    {
        var spikes = new[] { Start.AddDays(8), Start.AddDays(15), Watched.Start.AddDays(1) };

        Assert.Equal(spikes[2], Assert.Single(Find(day => spikes.Contains(day) ? 400 : Weekly(day))).Days.Start);
    }

    [Fact]
    public void Find_TwoWeeksOfPast_IsTooLittleToJudge() =>
        Assert.Empty(DailyDetector.Find(new DailySeries(Start, [.. Enumerable.Repeat(10m, 13), 500]), DateRange.OfDays(Start.AddDays(13), 1), (_, _) => true));

    private static IReadOnlyList<DailyFinding> Find(Func<DateOnly, decimal> amount, int extraDays = 0) =>
        DailyDetector.Find(new DailySeries(Start, [.. new DateRange(Start, Watched.End.AddDays(extraDays)).EachDay().Select(amount)]), Watched, (impact, _) => impact >= 1);

    private static decimal Weekly(DateOnly day) => (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 3 : 12) + (day.DayNumber % 3 * 0.25m);
}
