using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Providers.Aws;

/// <summary>Alarms, dashboards, parameters, and what tells of failed mail and failed runs.</summary>
public sealed class OperationsResourceTests(AwsFixture aws) : IClassFixture<AwsFixture>
{
    [Fact]
    public async Task Alarm_WholeLife_IsAppliedAndNotDoubled()
    {
        var alarm = new ProviderDriver(aws.Provider(), "aws:cloudwatch/metricAlarm:MetricAlarm", "errors");
        var outputs = await alarm.CreateAsync(Alarm(threshold: 1, ("Team", "a")));
        await alarm.Forgetting().CreateAsync(Alarm(threshold: 1));
        await alarm.UpdateAsync(Alarm(threshold: 2, ("Team", "b")));

        Assert.Equal($"arn:aws:cloudwatch:us-east-1:{aws.AccountId}:alarm:errors", outputs.Text("arn"));
        Assert.Empty((await alarm.DiffAsync(Alarm(threshold: 3, ("Team", "b")))).Replaces);
        Assert.NotNull(await alarm.ReadAsync());
        await alarm.DeleteAsync();
        await alarm.DeleteAsync();
        Assert.Null(await alarm.ReadAsync());
    }

    [Fact]
    public async Task Dashboard_WholeLife_IsAppliedAndReadBack()
    {
        var dashboard = new ProviderDriver(aws.Provider(), "aws:cloudwatch/dashboard:Dashboard", "finops");
        await dashboard.CreateAsync(("dashboardName", "finops"), ("dashboardBody", """{"widgets":[]}"""));
        await dashboard.Forgetting().CreateAsync(("dashboardName", "finops"), ("dashboardBody", """{"widgets":[]}"""));

        Assert.Equal("dashboardName", Assert.Single((await dashboard.DiffAsync(("dashboardName", "other"), ("dashboardBody", """{"widgets":[]}"""))).Replaces));
        Assert.NotNull(await dashboard.ReadAsync());
        await dashboard.DeleteAsync();
        await dashboard.DeleteAsync();
        Assert.Null(await dashboard.ReadAsync());
    }

    [Fact]
    public async Task SecureParameter_WholeLife_StaysSecretInEveryOutput()
    {
        var parameter = new ProviderDriver(aws.Provider(), "aws:ssm/parameter:Parameter", "webhook");
        (string, PropertyValue)[] inputs = [("name", "/finops/webhook"), ("type", "SecureString"), ("value", new SecretValue("https://hooks.example.com/1")), ("tags", PropertyMap.Of(("Team", "a")))];
        var outputs = await parameter.CreateAsync(inputs);
        await parameter.Forgetting().CreateAsync(inputs);
        var updated = await parameter.UpdateAsync([.. inputs[..2], ("value", new SecretValue("https://hooks.example.com/2"))]);

        Assert.Equal($"arn:aws:ssm:us-east-1:{aws.AccountId}:parameter/finops/webhook", outputs.Text("arn"));
        Assert.All([outputs, updated], each => Assert.IsType<SecretValue>(each.Find("value")));
        Assert.Equal(new NumberValue(3), updated.Find("version"));
        Assert.IsType<SecretValue>((await parameter.ReadAsync())!.Outputs.Find("value"));
        await parameter.DeleteAsync();
        await parameter.DeleteAsync();
        Assert.Null(await parameter.ReadAsync());
    }

    [Fact]
    public async Task EventDestination_WholeLife_IsAppliedAndNotDoubled()
    {
        var provider = aws.Provider();
        var topic = new ProviderDriver(provider, "aws:sns/topic:Topic", "operations");
        await topic.CreateAsync(("name", "operations"));
        var set = new ProviderDriver(provider, "aws:sesv2/configurationSet:ConfigurationSet", "told");
        await set.CreateAsync(("configurationSetName", "told"));
        var destination = new ProviderDriver(provider, "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination", "told");
        await destination.CreateAsync(Destination(topic.Id, "BOUNCE"));
        await destination.Forgetting().CreateAsync(Destination(topic.Id, "BOUNCE"));
        await destination.UpdateAsync(Destination(topic.Id, "COMPLAINT"));

        Assert.Equal("told|operations", destination.Id);
        Assert.NotNull(await destination.ReadAsync());
        await destination.DeleteAsync();
        await destination.DeleteAsync();
        Assert.Null(await destination.ReadAsync());
    }

    private static (string, PropertyValue)[] Alarm(double threshold, params (string, PropertyValue)[] tags) =>
    [
        ("name", "errors"), ("namespace", "AWS/Lambda"), ("metricName", "Errors"), ("dimensions", PropertyMap.Of(("FunctionName", "finops-cost-analyzer"))), ("statistic", "Sum"),
        ("period", 300d), ("evaluationPeriods", 1d), ("threshold", threshold), ("comparisonOperator", "GreaterThanOrEqualToThreshold"), ("tags", PropertyMap.Of(tags)),
    ];

    private static (string, PropertyValue)[] Destination(string topic, string what) =>
    [
        ("configurationSetName", "told"),
        ("eventDestinationName", "operations"),
        ("eventDestination", PropertyMap.Of(
            ("enabled", true),
            ("matchingEventTypes", new ListValue([new StringValue(what)])),
            ("snsDestination", PropertyMap.Of(("topicArn", topic))))),
    ];
}
