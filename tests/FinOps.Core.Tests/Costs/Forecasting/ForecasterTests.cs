using FinOps.Core.Costs;
using FinOps.Core.Costs.Forecasting;

namespace FinOps.Core.Tests.Costs.Forecasting;

public sealed class ForecasterTests
{
    private static readonly BillingMonth Month = new(2026, 11);
    private static readonly DateOnly Start = new(2026, 6, 1);
    private static readonly DateOnly SettledEnd = new(2026, 11, 19);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Fact]
    public void For_EvenDays_IsExactAndHasNoWidth()
    {
        var forecast = Forecast(_ => 10);

        Assert.Equal(Money.Usd(300), forecast.Amount);
        Assert.Equal((Money.Usd(300), Money.Usd(300)), (forecast.Low, forecast.High));
        Assert.Equal(12, forecast.Days.Count);
        Assert.Equal(0m, forecast.Wape);
        Assert.Equal("weekday average", forecast.Method);
        Assert.Equal(["2026-10", "2026-09", "2026-08"], forecast.BackTests.Select(test => test.Month.ToString()));
    }

    [Fact]
    public void For_QuietWeekends_KnowsThem()
    {
        var forecast = Forecast(day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 2 : 10);

        Assert.Equal(Money.Usd(2), forecast.Days.Single(day => day.Day == new DateOnly(2026, 11, 21)).Expected);
        Assert.Equal(Money.Usd((21 * 10) + (9 * 2)), forecast.Amount);
    }

    [Fact]
    public void For_SteadyGrowth_PrefersTheTrendAndSaysHowFarOffItWas()
    {
        var forecast = Forecast(day => 100 + day.DayNumber - Start.DayNumber);

        Assert.Equal("damped trend", forecast.Method);
        var test = forecast.BackTests[0];
        Assert.Equal(new DateOnly(2026, 10, 19), test.MadeOn);
        Assert.Equal(Money.Usd(Enumerable.Range(122, 31).Sum(day => 100 + day)), test.Actual);
        Assert.Equal(forecast.BackTests.Sum(one => Math.Abs((one.Forecast - one.Actual).Amount)) / forecast.BackTests.Sum(one => one.Actual.Amount), forecast.Wape);
        Assert.InRange(forecast.Wape!.Value, 0.0001m, 0.03m);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(55)]
    public void For_TooShortAHistory_IsRefusedWithTheMissingDays(int days)
    {
        var first = SettledEnd.AddDays(-days);

        var outcome = Forecaster.For(Month, Series(day => day >= first ? 10 : 0), "USD");

        Assert.Null(outcome.Forecast);
        Assert.Equal(new ForecastRefusal(56, days), outcome.Refusal);
        Assert.Equal(56 - days, outcome.Refusal!.DaysMissing);
    }

    [Fact]
    public void For_LeastHistory_IsNotRefused()
    {
        var first = SettledEnd.AddDays(-56);

        Assert.Equal(Money.Usd(300), Forecaster.For(Month, Series(day => day >= first ? 10 : 0), "USD").Forecast!.Amount);
    }

    // Nothing of the month is settled on its first two days; the days before it that are not settled are not the month's.
    [Fact]
    public void For_FirstDayOfMonth_ForecastsTheWholeMonthAndNothingBefore()
    {
        var forecast = Forecaster.For(Month, Series(_ => 10).Before(new DateOnly(2026, 10, 31)), "USD").Forecast!;

        Assert.Equal(Month.Range.EachDay(), forecast.Days.Select(day => day.Day));
        Assert.Equal(Money.Usd(300), forecast.Amount);
        Assert.DoesNotContain(forecast.BackTests, test => test.Month == new BillingMonth(2026, 10));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void For_AnySeries_PartsAddUpAndTheIntervalHoldsTheForecast(int seed)
    {
        var forecast = Forecast(Noise(seed));

        Assert.Equal(forecast.Amount, forecast.Settled + Money.Sum(forecast.Days.Select(day => day.Expected)));
        Assert.True(forecast.Low <= forecast.Amount && forecast.Amount <= forecast.High);
        Assert.All(forecast.Days, day => Assert.True(day.Low <= day.Expected && day.Expected <= day.High));
        Assert.Equal(new DateRange(SettledEnd, Month.Range.End).EachDay(), forecast.Days.Select(day => day.Day));
    }

    /// <summary>A back-test that peeked would change when the days that it must not know change.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void For_LaterDataChanges_EarlierForecastsDoNot(int seed)
    {
        var told = Noise(seed);
        var before = Forecast(told);

        foreach (var test in before.BackTests)
        {
            var after = Forecast(day => day < test.MadeOn ? told(day) : 5000 - told(day)).BackTests.Single(same => same.Month == test.Month);
            Assert.Equal((test.Forecast, test.Method), (after.Forecast, after.Method));
            Assert.NotEqual(test.Actual, after.Actual);
        }
    }

    /// <summary>A forecast that is made today and one that is made with a longer series cut off today are the same.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Continue_KnownPastOnly_IsWhatTheBackTestSays(int seed)
    {
        var series = Series(Noise(seed));
        var test = Forecaster.For(Month, series, "USD").Forecast!.BackTests[1];

        var then = series.Before(test.MadeOn);
        var continued = Forecaster.Continue(then, test.Month.Range.End.DayNumber - test.MadeOn.DayNumber)!;

        Assert.Equal(test.Forecast.Amount, then.Sum(test.Month.Range) + continued.Values.Sum());
    }

    private static MonthForecast Forecast(Func<DateOnly, decimal> amount) => Forecaster.For(Month, Series(amount), "USD").Forecast!;

    private static DailySeries Series(Func<DateOnly, decimal> amount) => new(Start, [.. new DateRange(Start, SettledEnd).EachDay().Select(amount)]);

    private static Func<DateOnly, decimal> Noise(int seed)
    {
        var random = new Random(seed);
        var trend = random.Next(-3, 4) / 10m;
        var noise = new DateRange(Start, SettledEnd).EachDay().ToDictionary(day => day, _ => random.Next(0, 4000) / 100m);
        return day => 100 + (trend * (day.DayNumber - Start.DayNumber)) + (day.DayOfWeek == DayOfWeek.Sunday ? -30 : 0) + noise[day];
    }
}
