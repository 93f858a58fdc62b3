using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Events;

public sealed class EventRuleTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private const string Pattern = """{"source":["aws.budgets"],"detail":{"eventName":["DeleteBudget"],"errorCode":[{"exists":false}]}}""";

    [Fact]
    public async Task RuleAndTarget_WholeLife_ReadBackAsTheyWerePut()
    {
        var arn = (string)(await CallAsync("PutRule", new JsonObject { ["Name"] = "life", ["EventPattern"] = Pattern, ["Tags"] = Tags("Team", "a") }))["RuleArn"]!;
        Assert.Equal($"arn:aws:events:us-east-1:{endpoint.Account}:rule/life", arn);
        await CallAsync("PutTargets", Targets("life", "arn:aws:sns:us-east-1:111111111111:changes"));
        await CallAsync("DisableRule", Named("life"));

        var rule = await CallAsync("DescribeRule", Named("life"));
        Assert.Equal(Pattern, (string?)rule["EventPattern"]);
        Assert.Equal("DISABLED", (string?)rule["State"]);
        Assert.Equal("a", (string?)Assert.Single((await CallAsync("ListTagsForResource", new JsonObject { ["ResourceARN"] = arn }))["Tags"]!.AsArray())!["Value"]);
        var target = Assert.Single((await CallAsync("ListTargetsByRule", new JsonObject { ["Rule"] = "life" }))["Targets"]!.AsArray())!;
        Assert.Equal("$.detail.eventName", (string?)target["InputTransformer"]!["InputPathsMap"]!["what"]);
        Assert.Equal("life", (string?)Assert.Single((await CallAsync("ListRuleNamesByTarget", new JsonObject { ["TargetArn"] = "arn:aws:sns:us-east-1:111111111111:changes" }))["RuleNames"]!.AsArray()));

        Assert.Equal("ValidationException", (await RefusedAsync("DeleteRule", Named("life"))).Code);
        await CallAsync("RemoveTargets", new JsonObject { ["Rule"] = "life", ["Ids"] = new JsonArray("topic") });
        await CallAsync("DeleteRule", Named("life"));
        await CallAsync("DeleteRule", Named("life"));
        Assert.Equal("ResourceNotFoundException", (await RefusedAsync("DescribeRule", Named("life"))).Code);
    }

    [Theory]
    [InlineData("""{"name":"x"}""", "InvalidEventPatternException")]
    [InlineData("""{"source":[]}""", "InvalidEventPatternException")]
    [InlineData("no json", "InvalidEventPatternException")]
    public async Task PutRule_APatternThatIsNone_IsRefused(string pattern, string code) =>
        Assert.Equal(code, (await RefusedAsync("PutRule", new JsonObject { ["Name"] = "bad", ["EventPattern"] = pattern })).Code);

    [Fact]
    public async Task PutTargets_APlaceWithoutPath_IsRefused()
    {
        await CallAsync("PutRule", new JsonObject { ["Name"] = "places", ["EventPattern"] = Pattern });
        var targets = Targets("places", "arn:aws:sns:us-east-1:111111111111:changes");
        targets["Targets"]![0]!["InputTransformer"]!["InputTemplate"] = "\"<who> did <what>\"";

        Assert.Contains("<who>", (await RefusedAsync("PutTargets", targets)).Message, StringComparison.Ordinal);
        Assert.Equal("ResourceNotFoundException", (await RefusedAsync("PutTargets", Targets("nowhere", "arn:aws:sns:us-east-1:111111111111:changes"))).Code);
    }

    [SkippableFact]
    public async Task Rules_ReadByTheCli_AreThereAndTheirPatternsCanBeTried()
    {
        await CallAsync("PutRule", new JsonObject { ["Name"] = "cli", ["EventPattern"] = Pattern });
        await CallAsync("PutTargets", Targets("cli", "arn:aws:sns:us-east-1:111111111111:changes"));

        var rules = (await AwsCli.RunAsync(endpoint.Server, "events", "list-rules", "--name-prefix", "cli")).Json;
        var targets = (await AwsCli.RunAsync(endpoint.Server, "events", "list-targets-by-rule", "--rule", "cli")).Json;
        var tried = (await AwsCli.RunAsync(endpoint.Server, "events", "test-event-pattern", "--event-pattern", Pattern, "--event",
            """{"id":"1","account":"111111111111","source":"aws.budgets","time":"2026-03-15T06:00:00Z","region":"us-east-1","resources":[],"detail-type":"AWS API Call via CloudTrail","detail":{"eventName":"DeleteBudget"}}""")).Json;

        Assert.Equal(Pattern, (string?)Assert.Single(rules["Rules"]!.AsArray())!["EventPattern"]);
        Assert.Equal("topic", (string?)Assert.Single(targets["Targets"]!.AsArray())!["Id"]);
        Assert.True((bool)tried["Result"]!);
    }

    private static JsonObject Named(string name) => new() { ["Name"] = name };

    private static JsonArray Tags(string key, string value) => [new JsonObject { ["Key"] = key, ["Value"] = value }];

    private static JsonObject Targets(string rule, string arn) => new()
    {
        ["Rule"] = rule,
        ["Targets"] = new JsonArray(new JsonObject
        {
            ["Id"] = "topic",
            ["Arn"] = arn,
            ["InputTransformer"] = new JsonObject { ["InputPathsMap"] = new JsonObject { ["what"] = "$.detail.eventName" }, ["InputTemplate"] = "\"<what>\"" },
        }),
    };

    private Task<JsonObject> CallAsync(string operation, JsonObject input) => endpoint.Calls.JsonAsync("events", $"AWSEvents.{operation}", input);

    private Task<RefusedException> RefusedAsync(string operation, JsonObject input) => Assert.ThrowsAsync<RefusedException>(() => CallAsync(operation, input));
}
