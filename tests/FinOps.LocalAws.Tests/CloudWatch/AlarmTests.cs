using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.CloudWatch;

public sealed class AlarmTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    [Fact]
    public async Task Alarm_WholeLife_ReadsBackAsItWasPut()
    {
        var alarm = Alarm("life");
        alarm["Tags"] = new JsonArray(new JsonObject { ["Key"] = "Team", ["Value"] = "a" });
        await CallAsync("PutMetricAlarm", alarm);
        alarm["Threshold"] = 2.5;
        alarm["Tags"]![0]!["Value"] = "ignored in an update";
        await CallAsync("PutMetricAlarm", alarm);

        var read = await OneAsync("life");
        var arn = (string)read["AlarmArn"]!;
        Assert.Equal($"arn:aws:cloudwatch:us-east-1:{endpoint.Account}:alarm:life", arn);
        Assert.Equal(2.5m, (decimal)read["Threshold"]!);
        Assert.Equal("INSUFFICIENT_DATA", (string?)read["StateValue"]);
        Assert.True((bool)read["ActionsEnabled"]!);
        Assert.Equal("a", (string?)(await CallAsync("ListTagsForResource", new JsonObject { ["ResourceARN"] = arn }))["Tags"]![0]!["Value"]);
        await CallAsync("DeleteAlarms", Names("life"));
        Assert.Equal("ResourceNotFound", (await RefusedAsync("DeleteAlarms", Names("life"))).Code);
        Assert.Equal("ResourceNotFoundException", (await RefusedAsync("ListTagsForResource", new JsonObject { ["ResourceARN"] = arn })).Code);
    }

    [Theory]
    [InlineData("Period", 90)]
    [InlineData("Period", 45)]
    [InlineData("EvaluationPeriods", 289)]
    [InlineData("ComparisonOperator", "Above")]
    [InlineData("TreatMissingData", "bad")]
    [InlineData("Statistic", null)]
    [InlineData("Threshold", null)]
    [InlineData("DatapointsToAlarm", 2)]
    public async Task PutMetricAlarm_WhatCloudWatchDoesNotTake_IsRefused(string member, object? value)
    {
        var alarm = Alarm("bad");
        alarm[member] = value switch { int number => number, string text => text, _ => null };

        Assert.Equal(400, (await RefusedAsync("PutMetricAlarm", alarm)).Status);
    }

    [Theory]
    [InlineData(3_600, 168, true)]
    [InlineData(3_600, 169, false)]
    [InlineData(86_400, 7, true)]
    [InlineData(86_400, 8, false)]
    [InlineData(1_800, 48, true)]
    [InlineData(1_800, 49, false)]
    public async Task PutMetricAlarm_ARangeOfMoreThanSevenDaysOrOneDay_IsRefused(int period, int count, bool isTaken)
    {
        var alarm = Alarm("range");
        (alarm["Period"], alarm["EvaluationPeriods"]) = (period, count);
        var put = await Record.ExceptionAsync(() => CallAsync("PutMetricAlarm", alarm));

        Assert.Equal(isTaken, put is null);
    }

    [Theory]
    [InlineData(2_880, true)]
    [InlineData(2_881, false)]
    [InlineData(0, false)]
    public async Task PutMetricAlarm_WarmUpOfMoreThanTwoDays_IsRefused(int minutes, bool isTaken)
    {
        var alarm = Alarm("warm-up");
        alarm["WarmUpConfiguration"] = new JsonObject { ["WarmUpPeriodDurationInMinutes"] = minutes };
        var put = await Record.ExceptionAsync(() => CallAsync("PutMetricAlarm", alarm));

        Assert.Equal(isTaken, put is null);
    }

    [Fact]
    public async Task DescribeAlarms_Pages_GiveEveryAlarmOnce()
    {
        foreach (var name in (string[])["page-a", "page-b", "page-c"])
            await CallAsync("PutMetricAlarm", Alarm(name));
        var first = await CallAsync("DescribeAlarms", new JsonObject { ["AlarmNamePrefix"] = "page-", ["MaxRecords"] = 2 });
        var second = await CallAsync("DescribeAlarms", new JsonObject { ["AlarmNamePrefix"] = "page-", ["MaxRecords"] = 2, ["NextToken"] = (string?)first["NextToken"] });

        Assert.Equal(["page-a", "page-b", "page-c"], first["MetricAlarms"]!.AsArray().Concat(second["MetricAlarms"]!.AsArray()).Select(each => (string?)each!["AlarmName"]));
        Assert.Null(second["NextToken"]);
    }

    [SkippableFact]
    public async Task Alarms_PutAndReadByTheCli_RoundTrip()
    {
        var put = await AwsCli.RunAsync(endpoint.Server, "cloudwatch", "put-metric-alarm", "--alarm-name", "cli", "--namespace", "AWS/Lambda", "--metric-name", "Duration",
            "--dimensions", "Name=FunctionName,Value=finops-cost-analyzer", "--statistic", "Maximum", "--period", "300", "--evaluation-periods", "1", "--threshold", "240000.5",
            "--comparison-operator", "GreaterThanOrEqualToThreshold", "--alarm-actions", "arn:aws:sns:us-east-1:111111111111:operations", "--tags", "Key=Team,Value=a");
        Assert.Equal("", put.Error);

        var read = (await AwsCli.RunAsync(endpoint.Server, "cloudwatch", "describe-alarms", "--alarm-names", "cli")).Json;
        var alarm = Assert.Single(read["MetricAlarms"]!.AsArray())!;
        Assert.Equal(240000.5m, (decimal)alarm["Threshold"]!);
        Assert.Equal("finops-cost-analyzer", (string?)alarm["Dimensions"]![0]!["Value"]);
        Assert.NotNull(alarm["StateUpdatedTimestamp"]);
        var refused = await AwsCli.RunAsync(endpoint.Server, "cloudwatch", "delete-alarms", "--alarm-names", "nowhere");
        Assert.Contains("(ResourceNotFound)", refused.Error, StringComparison.Ordinal);
    }

    private static JsonObject Alarm(string name) => new()
    {
        ["AlarmName"] = name,
        ["Namespace"] = "AWS/Lambda",
        ["MetricName"] = "Errors",
        ["Dimensions"] = new JsonArray(new JsonObject { ["Name"] = "FunctionName", ["Value"] = "finops-cost-analyzer" }),
        ["Statistic"] = "Sum",
        ["Period"] = 300,
        ["EvaluationPeriods"] = 1,
        ["Threshold"] = 1,
        ["ComparisonOperator"] = "GreaterThanOrEqualToThreshold",
        ["TreatMissingData"] = "notBreaching",
    };

    private static JsonObject Names(string name) => new() { ["AlarmNames"] = new JsonArray(name) };

    private async Task<JsonNode> OneAsync(string name) => Assert.Single((await CallAsync("DescribeAlarms", Names(name)))["MetricAlarms"]!.AsArray())!;

    private Task<JsonObject> CallAsync(string operation, JsonObject input) => endpoint.Calls.JsonAsync("monitoring", $"GraniteServiceVersion20100801.{operation}", input, "1.0");

    private Task<RefusedException> RefusedAsync(string operation, JsonObject input) => Assert.ThrowsAsync<RefusedException>(() => CallAsync(operation, input));
}
