using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Ses;

public sealed class EventDestinationTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private const string Sets = "/v2/email/configuration-sets";

    [Fact]
    public async Task Destination_WholeLife_GoesWithItsSet()
    {
        var topic = await SetAndTopicAsync("life");
        await CallAsync(HttpMethod.Post, $"{Sets}/life/event-destinations", Destination(topic, "BOUNCE"));
        await CallAsync(HttpMethod.Put, $"{Sets}/life/event-destinations/operations", Destination(topic, "COMPLAINT"));

        var read = Assert.Single((await CallAsync(HttpMethod.Get, $"{Sets}/life/event-destinations"))["EventDestinations"]!.AsArray())!;
        Assert.Equal("operations", (string?)read["Name"]);
        Assert.Equal("COMPLAINT", (string?)read["MatchingEventTypes"]![0]);
        await CallAsync(HttpMethod.Delete, $"{Sets}/life");
        Assert.Equal("NotFoundException", (await RefusedAsync(HttpMethod.Get, $"{Sets}/life/event-destinations")).Code);
    }

    [Fact]
    public async Task Destination_UnknownTopicEventOrKind_IsRefused()
    {
        var topic = await SetAndTopicAsync("bad");
        var two = Destination(topic, "BOUNCE");
        two["EventDestination"]!["EventBridgeDestination"] = new JsonObject { ["EventBusArn"] = "arn:aws:events:us-east-1:111111111111:event-bus/default" };

        foreach (var destination in (JsonObject[])[Destination(topic + "x", "BOUNCE"), Destination(topic, "LOST"), two])
            Assert.Equal("BadRequestException", (await RefusedAsync(HttpMethod.Post, $"{Sets}/bad/event-destinations", destination)).Code);
    }

    [SkippableFact]
    public async Task SetIdentityAndDestination_ReadByTheCli_AreThere()
    {
        var topic = await SetAndTopicAsync("cli");
        await CallAsync(HttpMethod.Post, $"{Sets}/cli/event-destinations", Destination(topic, "BOUNCE"));
        await CallAsync(HttpMethod.Post, "/v2/email/identities", new JsonObject { ["EmailIdentity"] = "cli@example.com", ["ConfigurationSetName"] = "cli" });

        var set = (await AwsCli.RunAsync(endpoint.Server, "sesv2", "get-configuration-set", "--configuration-set-name", "cli")).Json;
        var identity = (await AwsCli.RunAsync(endpoint.Server, "sesv2", "get-email-identity", "--email-identity", "cli@example.com")).Json;
        var destinations = (await AwsCli.RunAsync(endpoint.Server, "sesv2", "get-configuration-set-event-destinations", "--configuration-set-name", "cli")).Json;

        Assert.Equal("REQUIRE", (string?)set["DeliveryOptions"]!["TlsPolicy"]);
        Assert.Equal("cli", (string?)identity["ConfigurationSetName"]);
        Assert.Equal(topic, (string?)Assert.Single(destinations["EventDestinations"]!.AsArray())!["SnsDestination"]!["TopicArn"]);
    }

    private async Task<string> SetAndTopicAsync(string name)
    {
        await CallAsync(HttpMethod.Post, Sets, new JsonObject { ["ConfigurationSetName"] = name, ["DeliveryOptions"] = new JsonObject { ["TlsPolicy"] = "REQUIRE" } });
        return (await endpoint.Calls.QueryAsync("sns", "2010-03-31", "CreateTopic", ("Name", name))).Descendants("TopicArn").Single().Value;
    }

    private static JsonObject Destination(string topic, string what) => new()
    {
        ["EventDestinationName"] = "operations",
        ["EventDestination"] = new JsonObject { ["Enabled"] = true, ["MatchingEventTypes"] = new JsonArray(what), ["SnsDestination"] = new JsonObject { ["TopicArn"] = topic } },
    };

    private Task<JsonObject> CallAsync(HttpMethod method, string path, JsonObject? input = null) => endpoint.Calls.RestAsync("ses", method, path, input);

    private Task<RefusedException> RefusedAsync(HttpMethod method, string path, JsonObject? input = null) => Assert.ThrowsAsync<RefusedException>(() => CallAsync(method, path, input));
}
