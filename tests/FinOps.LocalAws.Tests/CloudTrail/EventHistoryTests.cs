using System.Text.Json;
using System.Text.Json.Nodes;
using FinOps.Core.Rollout.Evidence;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.CloudTrail;

/// <summary>What was called is in the event history, newest first, as CloudTrail writes it.</summary>
public sealed class EventHistoryTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    [Fact]
    public async Task LookupEvents_AfterCalls_TellsThemNewestFirst_PageByPage()
    {
        foreach (var name in (string[])["one", "two", "three"])
            await endpoint.Calls.JsonAsync("events", "AWSEvents.PutRule", new JsonObject { ["Name"] = name, ["EventPattern"] = """{"source":["aws.ce"]}""" });

        var input = Attribute("EventName", "PutRule");
        input["MaxResults"] = 2;
        var first = await LookupAsync(input);
        input["NextToken"] = (string?)first["NextToken"];
        var second = await LookupAsync(input);

        var events = first["Events"]!.AsArray().Concat(second["Events"]!.AsArray()).ToList();
        Assert.Equal(3, events.Count);
        Assert.Null(second["NextToken"]);
        Assert.Equal(events.Select(each => (string)each!["EventId"]!).OrderDescending(), events.Select(each => (string)each!["EventId"]!));
        Assert.All(events, each => Assert.Equal(("events.amazonaws.com", "false"), ((string)each!["EventSource"]!, (string)each["ReadOnly"]!)));
        input["NextToken"] = "nonsense";
        Assert.Equal("InvalidNextTokenException", await RefusedAsync(input));
    }

    [Fact]
    public async Task LookupEvents_RecordInside_IsOneThatTheRolloutReads()
    {
        await endpoint.Calls.JsonAsync("organizations", "AWSOrganizationsV20161128.DescribeOrganization", []);

        var entry = (await LookupAsync(Attribute("EventName", "DescribeOrganization")))["Events"]![0]!;
        var read = CloudTrailEvent.Read(JsonDocument.Parse((string)entry["CloudTrailEvent"]!).RootElement);

        Assert.Equal("organizations:DescribeOrganization", read.Request.Action);
        Assert.Equal(endpoint.Account, read.Account);
        Assert.Equal(CallKind.Call, read.Kind);
        Assert.Null(read.Error);
    }

    [Fact]
    public async Task LookupEvents_OfATimeOrAnAttributeThatCannotBe_IsRefused()
    {
        Assert.Equal("InvalidTimeRangeException", await RefusedAsync(new JsonObject { ["StartTime"] = 20, ["EndTime"] = 10 }));
        Assert.Equal("InvalidMaxResultsException", await RefusedAsync(new JsonObject { ["MaxResults"] = 51 }));
        var two = Attribute("EventName", "a");
        two["LookupAttributes"]!.AsArray().Add(two["LookupAttributes"]![0]!.DeepClone());
        Assert.Equal("InvalidLookupAttributesException", await RefusedAsync(two));
        Assert.Empty((await LookupAsync(new JsonObject { ["EndTime"] = 1_000_000_000 }))["Events"]!.AsArray());
    }

    [SkippableFact]
    public async Task LookupEvents_ByTheCli_IsAnswered()
    {
        await endpoint.Calls.JsonAsync("organizations", "AWSOrganizationsV20161128.ListRoots", []);

        var found = (await AwsCli.RunAsync(endpoint.Server, "cloudtrail", "lookup-events", "--lookup-attributes", "AttributeKey=EventName,AttributeValue=ListRoots", "--max-items", "1")).Json;

        Assert.Equal("ListRoots", (string?)found["Events"]![0]!["EventName"]);
    }

    private static JsonObject Attribute(string key, string value) =>
        new() { ["LookupAttributes"] = new JsonArray(new JsonObject { ["AttributeKey"] = key, ["AttributeValue"] = value }) };

    private Task<JsonObject> LookupAsync(JsonObject input) => endpoint.Calls.JsonAsync("cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents", input);

    private async Task<string> RefusedAsync(JsonObject input) =>
        (await Assert.ThrowsAsync<RefusedException>(() => LookupAsync(input))).Code;
}
