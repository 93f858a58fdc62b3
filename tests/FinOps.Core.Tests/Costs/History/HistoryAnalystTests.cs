using FinOps.Core.Costs;
using FinOps.Core.Costs.History;

namespace FinOps.Core.Tests.Costs.History;

public sealed class HistoryAnalystTests
{
    private static readonly HistoryGrouping _service = HistoryGrouping.TryParse("service")!;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Analyse_AnyHistory_AddsUpInEveryRowAndColumn(int seed)
    {
        var facts = RandomHistory(seed);
        var analysis = HistoryAnalyst.Analyse(facts);

        Assert.Equal(Money.Sum(facts.Cells.Select(cell => cell.Amount)), analysis.Total);
        foreach (var groups in new[] { analysis.Groups, analysis.Top(2) })
        {
            Assert.Equal(analysis.Total, Money.Sum(groups.Select(group => group.Total)));
            Assert.All(groups, group => Assert.Equal(group.Total, Money.Sum(group.Months)));
            foreach (var (at, month) in analysis.Months.Index())
                Assert.Equal(month.Total, Money.Sum(groups.Select(group => group.Months[at])));
            foreach (var (at, day) in analysis.Days.Index())
                Assert.Equal(day.Total, Money.Sum(groups.Select(group => group.Days[at])));
        }

        Assert.Equal(analysis.Total, Money.Sum(analysis.Months.Select(month => month.Total)));
        if (facts.Granularity == HistoryGranularity.Daily)
            Assert.Equal(analysis.Total, Money.Sum(analysis.Days.Select(day => day.Total)));
        if (!analysis.Total.IsZero)
            Assert.Equal(1m, analysis.Groups.Sum(group => group.Share!.Value), 12);
    }

    [Fact]
    public void Analyse_PartialMonth_IsMarkedAndNotCompared()
    {
        var analysis = HistoryAnalyst.Analyse(Monthly("2026-09", "2026-11", new DateOnly(2026, 11, 21), ("2026-09", 100), ("2026-10", 150), ("2026-11", 90)));

        Assert.Equal([MonthState.Whole, MonthState.Whole, MonthState.Partial], analysis.Months.Select(month => month.State));
        Assert.Equal([30, 31, 20], analysis.Months.Select(month => month.Days));
        Assert.Equal((50m, 0.5m), (analysis.Months[1].Change!.Amount.Amount, analysis.Months[1].Change!.Ratio));
        Assert.Null(analysis.Months[2].Change);
        Assert.Equal(new BillingMonth(2026, 10), analysis.LastWhole!.Month);
        Assert.Equal(Money.Usd(125), analysis.Average);
        Assert.Equal(Money.Usd(50), analysis.Groups[0].Changes[analysis.LastWholeIndex]!.Amount);
    }

    [Fact]
    public void Analyse_MonthThatEndedYesterday_IsWhole() =>
        Assert.Equal(MonthState.Whole, HistoryAnalyst.Analyse(Monthly("2026-10", "2026-10", new DateOnly(2026, 11, 1), ("2026-10", 1))).Months[0].State);

    [Fact]
    public void Analyse_MonthWithoutCells_IsNoDataAndBreaksTheComparison()
    {
        var analysis = HistoryAnalyst.Analyse(Monthly("2026-07", "2026-10", new DateOnly(2026, 11, 21), ("2026-07", 100), ("2026-09", 150), ("2026-10", 0)));

        Assert.Equal([MonthState.Whole, MonthState.NoData, MonthState.Whole, MonthState.Whole], analysis.Months.Select(month => month.State));
        Assert.Null(analysis.Months[1].Change);
        Assert.Null(analysis.Months[2].Change);
        Assert.Equal(Money.Usd(-150), analysis.Months[3].Change!.Amount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Change_FromNothingOrLess_HasAnAmountButNoPercentage(decimal before)
    {
        var change = new CostChange(Money.Usd(before), Money.Usd(10));

        Assert.Equal(10 - before, change.Amount.Amount);
        Assert.Null(change.Ratio);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(13)]
    public void Analyse_YearChange_NeedsThirteenWholeMonths(int months)
    {
        var from = new BillingMonth(2025, 10);
        var to = from.AddMonths(months - 1);
        var analysis = HistoryAnalyst.Analyse(Monthly(
            $"{from}", $"{to}", to.Range.End, [.. Enumerable.Range(0, months).Select(at => ($"{from.AddMonths(at)}", 100m + at))]));

        if (months < Seasonality.LeastMonths)
        {
            Assert.Equal("needs 13 whole months with cost, this history has 12", analysis.Seasonality.NoYear);
            Assert.All(analysis.Months, month => Assert.Null(month.YearChange));
            Assert.All(analysis.Groups, group => Assert.Null(group.YearChange));
            return;
        }

        Assert.Null(analysis.Seasonality.NoYear);
        Assert.Equal(0.12m, analysis.LastWhole!.YearChange!.Ratio);
        Assert.Equal(0.12m, analysis.Groups[0].YearChange!.Ratio);
        Assert.All(analysis.Months.SkipLast(1), month => Assert.Null(month.YearChange));
    }

    [Fact]
    public void Analyse_FourWholeWeeks_IndexesEachWeekdayMondayFirst()
    {
        // The 30th and 31st are not settled, and the 1st is more than four weeks before them.
        var analysis = HistoryAnalyst.Analyse(Daily(new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 1)));

        Assert.Null(analysis.Seasonality.NoWeekdays);
        Assert.Equal(DateRange.OfDays(new DateOnly(2026, 10, 2), 28), analysis.Seasonality.Weeks);
        Assert.Equal(DayOfWeek.Monday, analysis.Seasonality.Weekdays[0].Day);
        Assert.Equal(7, analysis.Seasonality.Weekdays.Count);
        // Six days of 10 and a Sunday of 80: 20 on average.
        Assert.Equal(0.5m, analysis.Seasonality.Weekdays[0].Index);
        Assert.Equal((DayOfWeek.Sunday, 4m), (analysis.Seasonality.Weekdays[6].Day, analysis.Seasonality.Weekdays[6].Index));
        Assert.Equal(7m, analysis.Seasonality.Weekdays.Sum(day => day.Index));
    }

    [Fact]
    public void Analyse_ThreeWeeks_HaveNoIndexAndSayWhy()
    {
        var analysis = HistoryAnalyst.Analyse(Daily(new DateOnly(2026, 10, 3), new DateOnly(2026, 11, 1)));

        Assert.Empty(analysis.Seasonality.Weekdays);
        Assert.Equal("needs 4 whole weeks of settled days, this history has 3", analysis.Seasonality.NoWeekdays);
    }

    [Fact]
    public void Analyse_NothingSpent_HasNoDataRatherThanZero()
    {
        var analysis = HistoryAnalyst.Analyse(Monthly("2026-09", "2026-10", new DateOnly(2026, 11, 21)));

        Assert.Empty(analysis.Groups);
        Assert.All(analysis.Months, month => Assert.Equal(MonthState.NoData, month.State));
        Assert.Null(analysis.LastWhole);
        Assert.Null(analysis.Average);
    }

    [Fact]
    public void Analyse_TwoCurrencies_AreRefused()
    {
        var facts = Monthly("2026-10", "2026-10", new DateOnly(2026, 11, 21), ("2026-10", 1));

        Assert.Throws<InvalidOperationException>(() => HistoryAnalyst.Analyse(facts with { Cells = [.. facts.Cells, new(new DateOnly(2026, 10, 1), "EC2", new Money(1, "EUR"))] }));
    }

    [Theory]
    [InlineData("service", "Service")]
    [InlineData("recordType", "Charge type")]
    [InlineData("tag:Team", "Team")]
    [InlineData("category:a:b", "a:b")]
    [InlineData("tag:", null)]
    [InlineData("Service", null)]
    [InlineData("team", null)]
    public void Grouping_Text_IsReadOrRefused(string text, string? heading) => Assert.Equal(heading, HistoryGrouping.TryParse(text)?.Heading);

    [Fact]
    public void Analyse_ChargesOfTheFirst_AreNoHabitOfAWeekday()
    {
        var facts = Daily(new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 30));
        var charged = HistoryAnalyst.Analyse(facts with { Cells = [.. facts.Cells, new(new DateOnly(2026, 11, 1), "Tax", Money.Usd(100_000))] });

        Assert.Equal(HistoryAnalyst.Analyse(facts).Seasonality.Weekdays, charged.Seasonality.Weekdays);
    }

    private static HistoryFacts Monthly(string from, string to, DateOnly asOf, params (string Month, decimal Amount)[] amounts) => new()
    {
        Period = new HistoryPeriod(BillingMonth.Parse(from), BillingMonth.Parse(to), asOf),
        Grouping = _service,
        Granularity = HistoryGranularity.Monthly,
        Currency = "USD",
        Cells = [.. amounts.Select(amount => new HistoryCell(BillingMonth.Parse(amount.Month).FirstDay, "EC2", Money.Usd(amount.Amount)))],
    };

    private static HistoryFacts Daily(DateOnly first, DateOnly asOf) => new()
    {
        Period = new HistoryPeriod(BillingMonth.Containing(first), HistoryPeriod.LatestMonth(asOf), asOf),
        Grouping = _service,
        Granularity = HistoryGranularity.Daily,
        Currency = "USD",
        Cells = [.. new DateRange(first, asOf).EachDay().Select(day => new HistoryCell(day, "EC2", Money.Usd(day.DayOfWeek == DayOfWeek.Sunday ? 80 : 10)))],
    };

    private static HistoryFacts RandomHistory(int seed)
    {
        var random = new Random(seed);
        var asOf = new DateOnly(2026, 1, 1).AddDays(random.Next(400));
        var to = HistoryPeriod.LatestMonth(asOf);
        var period = new HistoryPeriod(to.AddMonths(-random.Next(20)), to, asOf);
        var granularity = random.Next(2) == 0 ? HistoryGranularity.Monthly : HistoryGranularity.Daily;
        string[] keys = ["", "EC2", "S3", "=cmd", "Tax", "constructor"];
        return new HistoryFacts
        {
            Period = period,
            Grouping = new HistoryGrouping(HistoryGroupingKind.Tag, "Team"),
            Granularity = granularity,
            Currency = "USD",
            Cells = [.. Enumerable.Range(0, random.Next(300)).Select(_ => new HistoryCell(Start(), keys[random.Next(keys.Length)], Money.Usd(random.Next(-200_000, 2_000_000) / 10_000m)))],
        };

        DateOnly Start()
        {
            var day = period.Days.Start.AddDays(random.Next(period.Days.Days));
            return granularity == HistoryGranularity.Daily ? day : BillingMonth.Containing(day).FirstDay;
        }
    }
}
