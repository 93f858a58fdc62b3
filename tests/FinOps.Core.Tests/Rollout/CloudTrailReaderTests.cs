using System.Text.Json.Nodes;

namespace FinOps.Core.Tests.Rollout;

public sealed class CloudTrailReaderTests
{
    private static readonly string _good = Events.Call("1", "s3", "CreateBucket", """{"bucketName":"a]}\"{["}""");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Read_ManyRecords_GivesEachOnce(bool pack)
    {
        var (events, reading) = await Events.ReadAsync(Events.File([.. Enumerable.Repeat(_good, 500)]), pack);

        Assert.Equal(500, events.Count);
        Assert.True(reading.IsWhole);
        Assert.Equal("s3:CreateBucket", events[0].Request.Action);
        Assert.Equal(Events.Role, events[0].Request.PrincipalArn);
    }

    [Fact]
    public async Task Read_WhatALookupPrinted_GivesTheRecordsInside()
    {
        var entry = new JsonObject { ["EventId"] = "1", ["Resources"] = new JsonArray(), ["CloudTrailEvent"] = _good };

        var (events, reading) = await Events.ReadAsync(new JsonObject { ["Events"] = new JsonArray(entry, new JsonObject { ["CloudTrailEvent"] = "none" }) }.ToJsonString());

        Assert.Equal("s3:CreateBucket", Assert.Single(events).Request.Action);
        Assert.Equal(1, reading.MalformedRecords);
    }

    [Fact]
    public async Task Read_BrokenRecords_AreCountedAndTheOthersRead()
    {
        var (events, reading) = await Events.ReadAsync(Events.File(_good, "{\"a\":nonsense}", "7", "{\"eventName\":\"x\"}", _good));

        Assert.Equal(2, events.Count);
        Assert.Equal(3, reading.MalformedRecords);
        Assert.False(reading.IsWhole);
        Assert.Contains("a.json: record 2: no JSON", reading.Mistakes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"records\":[]}")]
    [InlineData("{\"Records\":[{\"a\":")]
    public async Task Read_FileThatIsNone_IsBroken(string text) => Assert.Equal(1, (await Events.ReadAsync(text)).Reading.BrokenFiles);

    [Theory]
    [InlineData("lambda", "CreateFunction20150331", "lambda:CreateFunction")]
    [InlineData("cloudfront", "CreateDistributionWithTags2020_05_31", "cloudfront:CreateDistribution")]
    [InlineData("amazonmq", "CreateBroker", "mq:CreateBroker")]
    public async Task Read_NamesOfCalls_AreThoseOfIam(string source, string name, string action) =>
        Assert.Equal(action, (await Events.ReadAsync(Events.File(Events.Call("1", source, name, "{}")))).Events.Single().Request.Action);

    [Theory]
    [InlineData("""{"tags":[{"key":"Team","value":"a"}]}""")]
    [InlineData("""{"tags":{"Team":"a"}}""")]
    [InlineData("""{"tags":[{"tagKey":"Team","tagValue":"a"}]}""")]
    [InlineData("""{"tagSet":{"items":[{"key":"Team","value":"a"}]}}""")]
    [InlineData("""{"CreateBucketConfiguration":{"Tags":{"Tag":[{"Key":"Team","Value":"a"}]}}}""")]
    [InlineData("""{"CreateNatGatewayRequest":{"TagSpecification":{"ResourceType":"natgateway","tag":1,"Tag":{"Key":"Team","Value":"a","tag":1}}}}""")]
    public async Task Read_TagsInAnyForm_AreFound(string parameters) =>
        Assert.Equal("a", (await Events.ReadAsync(Events.File(Events.Call("1", "s3", "CreateBucket", parameters)))).Events.Single().Request.RequestTags!["Team"]);

    [Theory]
    [InlineData("null")]
    [InlineData("""{"omitted":true,"originalSize":300000}""")]
    [InlineData("""{"tags":"HIDDEN_DUE_TO_SECURITY_REASONS"}""")]
    public async Task Read_ParametersThatDoNotSay_LeaveTagsUnknown(string parameters) =>
        Assert.Null((await Events.ReadAsync(Events.File(Events.Call("1", "s3", "CreateBucket", parameters)))).Events.Single().Request.RequestTags);
}
