using FinOps.Infra.Reporting;
using FinOps.Infra.Reporting.Operations;

namespace FinOps.Infra.Tests.Reporting;

public sealed class RunWatchTests
{
    private static readonly TimeSpan _late = RunWatch.Late(new RetrySettings());

    /// <summary>By a quarter of an hour of window, an hour of retries and the hour of a clock change one run may be later than the last.</summary>
    [Theory]
    [InlineData("rate(1 hour)", 4, 240)]
    [InlineData("cron(30 5 * * ? *)", 27, 1_620)]
    [InlineData("cron(0 7 ? * MON-FRI *)", 75, 2_880)]
    [InlineData("cron(0 7 ? * MON *)", 168, 2_880)]
    public void Of_ASchedule_LooksBackOverItsLongestGapAndTheDelayButNotOverSevenDays(string schedule, int hours, int warmUp)
    {
        var watch = RunWatch.Of(schedule, _late)!;

        Assert.Equal((hours, warmUp), (watch.Hours, watch.WarmUpMinutes));
        Assert.InRange((long)watch.Hours * RunWatch.PeriodSeconds, 1, 604_800);
    }

    [Theory]
    [InlineData("cron(0 7 1 * ? *)")]
    [InlineData("rate(8 days)")]
    [InlineData("cron(0 7 ? * MON 2027)")]
    public void Of_RunsFurtherApartThanAnAlarmLooksBackOrThatEnd_IsNone(string schedule) => Assert.Null(RunWatch.Of(schedule, _late));
}
