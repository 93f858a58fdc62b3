using System.Collections.Immutable;
using System.Text.Json;
using FinOps.Core.Problems;

namespace FinOps.Infra.Tests.Reporting;

/// <summary>Alarms, the topic they tell, and the dashboard.</summary>
public sealed class OperationsTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Topic = "arn:aws:mock:::aws:sns/topic:Topic/operations";

    [Theory]
    [InlineData("observe", false, 0)]
    [InlineData("guard", true, 1)]
    [InlineData("full", true, 1)]
    public async Task Mode_DecidesWhatIsOnWhereTheConfigDoesNotSay(string mode, bool alarms, int dashboards)
    {
        var registered = await ReportingStack.DeclareAsync("", mode);

        // Each function has three, each schedule that is watched one, and two are of all of them.
        var notRun = registered.Of(Alarm).Where(alarm => alarm.Resource.Name!.EndsWith("-not-run", StringComparison.Ordinal)).ToList();
        Assert.Equal(alarms ? 2 + (3 * registered.Of("aws:lambda/function:Function").Count()) : 0, registered.Of(Alarm).Count() - notRun.Count);
        Assert.Equal(alarms, notRun.Count > 0);
        Assert.Empty(notRun.Select(alarm => alarm.Resource.Name!["finops-".Length..^"-not-run".Length]).Except(registered.Of("aws:scheduler/schedule:Schedule").Select(schedule => schedule.Resource.Name!)));
        Assert.Equal(dashboards, registered.Of("aws:cloudwatch/dashboard:Dashboard").Count());
        Assert.Equal(mode == "observe", registered.One("aws:cloudwatch/logGroup:LogGroup", "cost-analyzer").Input("kmsKeyId") is null);
    }

    [Fact]
    public async Task EveryAlarm_TellsTheTopicAndSaysWhatToDo()
    {
        var registered = await ReportingStack.DeclareAsync("", "guard");

        Assert.All(registered.Of(Alarm), alarm =>
        {
            Assert.Equal(Topic, Assert.Single((ImmutableArray<object>)alarm.Input("alarmActions")!));
            Assert.InRange(((string)alarm.Input("alarmDescription")!).Length, 40, 1_024);
            Assert.InRange((double)alarm.Input("period")! * (double)alarm.Input("evaluationPeriods")!, 1, (double)alarm.Input("period")! < 3_600 ? 86_400 : 604_800);
        });
    }

    [Fact]
    public async Task Duration_IsAShareOfTheTimeout()
    {
        var registered = await ReportingStack.DeclareAsync("timeoutSeconds: 90\noperations: { slowPercent: 50 }", "guard");

        Assert.Equal(45_000d, registered.One(Alarm, "finops-cost-analyzer-duration").Input("threshold"));
        Assert.Equal("notBreaching", registered.One(Alarm, "finops-cost-analyzer-duration").Input("treatMissingData"));
    }

    [Fact]
    public async Task NotRun_FollowsTheScheduleAndTakesMissingFiguresForNoRun()
    {
        var registered = await ReportingStack.DeclareAsync("schedule: cron(0 7 1 * ? *)", "guard");

        // Monthly: further apart than an alarm looks back.
        Assert.DoesNotContain(registered.Of(Alarm), alarm => alarm.Resource.Name == "finops-cost-analyzer-not-run");
        var daily = registered.One(Alarm, "finops-tag-activator-not-run");
        Assert.Equal(("breaching", "LessThanThreshold"), (daily.Input("treatMissingData"), daily.Input("comparisonOperator")));
        Assert.Equal((3_600d, 27d), (daily.Input("period"), daily.Input("evaluationPeriods")));
        Assert.Equal(1_620d, daily.Map("warmUpConfiguration")["warmUpPeriodDurationInMinutes"]);
    }

    [Fact]
    public async Task Topic_IsEncryptedMailsAndAdmitsAlarmsOfThisStackAlone()
    {
        var registered = await ReportingStack.DeclareAsync("operations: { emails: [ops@example.com] }\nmail: { configurationSet: false }", "guard");

        Assert.Equal(true, registered.One("aws:kms/key:Key", "operations").Input("enableKeyRotation"));
        Assert.Equal("ops@example.com", registered.One("aws:sns/topicSubscription:TopicSubscription", "operations-ops@example.com").Input("endpoint"));
        var policy = JsonDocument.Parse((string)registered.One("aws:sns/topicPolicy:TopicPolicy", "operations").Input("policy")!).RootElement.GetProperty("Statement");
        var statement = Assert.Single(policy.EnumerateArray());
        Assert.Equal("cloudwatch.amazonaws.com", statement.GetProperty("Principal").GetProperty("Service").GetString());
        Assert.Equal("111111111111", statement.GetProperty("Condition").GetProperty("StringEquals").GetProperty("aws:SourceAccount").GetString());
        Assert.Equal("arn:aws:cloudwatch:us-east-1:111111111111:alarm:finops-*", statement.GetProperty("Condition").GetProperty("ArnLike").GetProperty("aws:SourceArn").GetString());
        Assert.DoesNotContain("ses.amazonaws.com", (string)registered.One("aws:kms/key:Key", "operations").Input("policy")!, StringComparison.Ordinal);
        // What the policy admits are the names that the alarms have.
        Assert.All(registered.Of(Alarm), alarm => Assert.StartsWith("finops-", (string)alarm.Input("name")!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dashboard_IsTheSameEveryTimeAndWithinTheGrid()
    {
        var (first, second) = (await BodyAsync(), await BodyAsync());

        Assert.Equal(first, second);
        var widgets = JsonDocument.Parse(first).RootElement.GetProperty("widgets").EnumerateArray().ToList();
        Assert.InRange(widgets.Count, 5, 500);
        Assert.All(widgets, widget => Assert.InRange(Number(widget, "x") + Number(widget, "width"), 1, 24));
        Assert.Equal(widgets.Count, widgets.Select(widget => (Number(widget, "x"), Number(widget, "y"))).Distinct().Count());
        foreach (var metric in (string[])["Invocations", "Errors", "Duration", "ApproximateNumberOfMessagesVisible", "InvocationDroppedCount", "finops-tag-activator"])
        {
            Assert.Contains($"\"{metric}\"", first, StringComparison.Ordinal);
        }

        static int Number(JsonElement widget, string name) => widget.GetProperty(name).GetInt32();

        static async Task<string> BodyAsync() => (string)(await ReportingStack.DeclareAsync("", "guard")).One("aws:cloudwatch/dashboard:Dashboard", "operations").Input("dashboardBody")!;
    }

    [Fact]
    public async Task Mistakes_AreAllTold()
    {
        var refused = await Assert.ThrowsAsync<ProblemException>(() => ReportingStack.DeclareAsync("""
            schedule: cron(0 7 ? * MOND *)
            retry: { attempts: 3, maxAgeMinutes: 0, windowMinutes: 1441 }
            operations: { emails: [nobody], slowPercent: 0, alarm: true }
            mail: { identity: adress }
            tagActivator: { schedule: rate(1 days) }
            """));

        Assert.Equal(
            [
                "finops:reporting.mail.identity", "finops:reporting.operations.alarm", "finops:reporting.operations.emails[0]", "finops:reporting.operations.slowPercent",
                "finops:reporting.retry.attempts", "finops:reporting.retry.maxAgeMinutes", "finops:reporting.retry.windowMinutes", "finops:reporting.schedule", "finops:reporting.tagActivator.schedule",
            ],
            refused.Problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Emails_WithoutAlarms_AreRefused()
    {
        var refused = await Assert.ThrowsAsync<ProblemException>(() => ReportingStack.DeclareAsync("operations: { emails: [ops@example.com] }"));

        Assert.Equal("finops:reporting.operations.emails", Assert.Single(refused.Problems).Path);
    }
}
