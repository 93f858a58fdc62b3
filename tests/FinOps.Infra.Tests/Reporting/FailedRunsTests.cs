using System.Collections.Immutable;

namespace FinOps.Infra.Tests.Reporting;

/// <summary>What becomes of runs that fail.</summary>
public sealed class FailedRunsTests
{
    private const string Queue = "arn:aws:mock:::aws:sqs/queue:Queue/dead-letters";

    [Fact]
    public async Task EveryScheduleAndFunction_RetriesAndThenLeavesADeadLetter()
    {
        var registered = await ReportingStack.DeclareAsync("retry: { attempts: 1, maxAgeMinutes: 30, windowMinutes: 5 }\ntimeZone: Europe/Berlin");

        var schedules = registered.Of("aws:scheduler/schedule:Schedule").ToList();
        Assert.NotEmpty(schedules);
        Assert.All(schedules, schedule =>
        {
            var target = schedule.Map("target");
            Assert.Equal(Queue, ((ImmutableDictionary<string, object>)target["deadLetterConfig"])["arn"]);
            var retry = (ImmutableDictionary<string, object>)target["retryPolicy"];
            Assert.Equal((1d, 1_800d), (retry["maximumRetryAttempts"], retry["maximumEventAgeInSeconds"]));
            Assert.Equal(("FLEXIBLE", 5d), (schedule.Map("flexibleTimeWindow")["mode"], schedule.Map("flexibleTimeWindow")["maximumWindowInMinutes"]));
            Assert.Equal("Europe/Berlin", schedule.Input("scheduleExpressionTimezone"));
        });
        Assert.All(registered.Of("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig"), config =>
        {
            Assert.Equal(Queue, ((ImmutableDictionary<string, object>)config.Map("destinationConfig")["onFailure"])["destination"]);
            Assert.Equal((1d, 1_800d), (config.Input("maximumRetryAttempts"), config.Input("maximumEventAgeInSeconds")));
        });
        Assert.Equal(registered.Of("aws:lambda/function:Function").Count(), registered.Of("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig").Count());
    }

    [Fact]
    public async Task WithoutAWindow_RunsStartOnTheMinute()
    {
        var registered = await ReportingStack.DeclareAsync("retry: { windowMinutes: 0 }");

        Assert.All(registered.Of("aws:scheduler/schedule:Schedule"), schedule => Assert.Equal("OFF", Assert.Single(schedule.Map("flexibleTimeWindow")).Value));
    }

    [Fact]
    public async Task TheQueue_IsEncryptedKeepsFourteenDaysAndIsOfThisAccountAlone()
    {
        var registered = await ReportingStack.DeclareAsync("");

        var queue = registered.One("aws:sqs/queue:Queue", "dead-letters");
        Assert.Equal((true, 1_209_600d), (queue.Input("sqsManagedSseEnabled"), queue.Input("messageRetentionSeconds")));
        var policy = (string)registered.One("aws:sqs/queuePolicy:QueuePolicy", "dead-letters").Input("policy")!;
        Assert.Contains("""{"StringNotEquals":{"aws:PrincipalAccount":"111111111111"}}""", policy, StringComparison.Ordinal);
        Assert.Contains("""{"Bool":{"aws:SecureTransport":"false"}}""", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("Allow", policy, StringComparison.Ordinal);
    }

    /// <summary>Scheduler sends under the schedule's role and Lambda under the function's: no service principal is let in by the queue.</summary>
    [Theory]
    [InlineData("schedule")]
    [InlineData("tag-activator-schedule")]
    [InlineData("cost-analyzer")]
    [InlineData("tag-activator")]
    public async Task EveryRoleThatSends_MaySendToThisQueueAlone(string policy)
    {
        var registered = await ReportingStack.DeclareAsync("");

        Assert.Contains($$"""{"Sid":"LeaveDeadLetters","Effect":"Allow","Action":["sqs:SendMessage"],"Resource":["{{Queue}}"]}""",
            (string)registered.One("aws:iam/rolePolicy:RolePolicy", policy).Input("policy")!, StringComparison.Ordinal);
    }
}
