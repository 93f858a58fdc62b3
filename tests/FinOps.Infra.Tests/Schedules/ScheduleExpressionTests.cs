using FinOps.Infra.Schedules;

namespace FinOps.Infra.Tests.Schedules;

public sealed class ScheduleExpressionTests
{
    [Theory]
    [InlineData("rate(1 minute)", 1.0 / 60)]
    [InlineData("rate(12 hours)", 12)]
    [InlineData("rate(3 days)", 72)]
    [InlineData("cron(0 7 ? * MON *)", 168)]
    [InlineData("cron(30 5 * * ? *)", 24)]
    [InlineData("cron(0/15 * * * ? *)", 0.25)]
    [InlineData("cron(0 8-18 ? * MON-FRI *)", 62)]
    [InlineData("cron(0 6,18 * * ? *)", 12)]
    [InlineData("cron(0 7 ? * MON,THU *)", 96)]
    [InlineData("cron(0 7 1 * ? *)", 31 * 24)]
    [InlineData("cron(0 7 L * ? *)", 31 * 24)]
    [InlineData("cron(0 7 1W * ? *)", 33 * 24)]
    [InlineData("cron(0 7 ? * 2#1 *)", 35 * 24)]
    [InlineData("cron(0 7 ? * 6L *)", 35 * 24)]
    [InlineData("cron(0 7 ? JAN,JUL MON#1 *)", 189 * 24)]
    [InlineData("cron(0 7 29 2 ? *)", 1461 * 24)]
    public void LongestGap_OfExpressionsThatGoOn_IsInHours(string expression, double hours) =>
        Assert.Equal(hours, ScheduleExpression.Parse(expression)!.LongestGap!.Value.TotalHours, 3);

    [Theory]
    [InlineData("cron(0 7 ? * MON 2027)")]
    [InlineData("cron(0 7 31 2 ? *)")]
    public void LongestGap_OfRunsThatEndOrNeverCome_IsNone(string expression) => Assert.Null(ScheduleExpression.Parse(expression)!.LongestGap);

    [Theory]
    [InlineData("every monday")]
    [InlineData("rate(1 days)")]
    [InlineData("rate(2 day)")]
    [InlineData("rate(0 minutes)")]
    [InlineData("rate(5 weeks)")]
    [InlineData("cron(0 7 * * MON)")]
    [InlineData("cron(0 7 * * MON *)")]
    [InlineData("cron(0 7 ? * ? *)")]
    [InlineData("cron(60 7 ? * MON *)")]
    [InlineData("cron(0 24 ? * MON *)")]
    [InlineData("cron(0 7 ? * MOND *)")]
    [InlineData("cron(0 7 32 * ? *)")]
    [InlineData("cron(0 7 ? * 2#6 *)")]
    [InlineData("cron(0/0 7 ? * MON *)")]
    [InlineData("cron(0 7 ? * FRI-MON *)")]
    [InlineData("cron(0 7 ? 13 MON *)")]
    [InlineData("cron(0 7 ? * MON 1969)")]
    [InlineData("at(2026-01-01T00:00:00)")]
    public void Parse_WhatSchedulerDoesNotTake_IsNone(string text) => Assert.Null(ScheduleExpression.Parse(text));
}
