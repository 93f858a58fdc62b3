using System.Text.Json;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Amazon.Runtime;
using AWSSDK.Tests.Support;

namespace AWSSDK.Tests.CostExplorer;

public sealed class GetCostAndUsageTests
{
    private const string OneGroup = """
        {"GroupDefinitions":[{"Type":"TAG","Key":"Team"}],"NextPageToken":"next",
         "ResultsByTime":[{"TimePeriod":{"Start":"2026-01-01","End":"2026-01-02"},"Total":{},"Estimated":true,
           "Groups":[{"Keys":["Team$"],"Metrics":{"UnblendedCost":{"Amount":"0.0000001","Unit":"USD"}}}]}],
         "DimensionValueAttributes":[{"Value":"1","Attributes":{"description":"né"}}],"SomethingNew":{"a":1}}
        """;

    [Fact]
    public async Task GetCostAndUsage_Answered_GivesTypedResponse()
    {
        await using var server = await FakeServer.StartAsync(_ => new FakeResponse(200, OneGroup) { Headers = new Dictionary<string, string> { ["x-amzn-RequestId"] = "r-1" } });
        using var client = Client(server);

        var response = await client.GetCostAndUsageAsync(Request());

        var result = Assert.Single(response.ResultsByTime!);
        Assert.True(result.Estimated);
        Assert.Equal("2026-01-01", result.TimePeriod!.Start);
        Assert.Equal("0.0000001", Assert.Single(result.Groups!).Metrics!["UnblendedCost"].Amount);
        Assert.Equal("né", response.DimensionValueAttributes![0].Attributes!["description"]);
        Assert.Equal("next", response.NextPageToken);
        Assert.Equal("r-1", response.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task GetCostAndUsage_Sent_IsSignedAwsJson()
    {
        await using var server = await FakeServer.StartAsync(_ => new FakeResponse(200, "{}"));
        using var client = Client(server);

        await client.GetCostAndUsageAsync(Request());

        var sent = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/"), (sent.Method, sent.Path));
        Assert.Equal("AWSInsightsIndexService.GetCostAndUsage", sent.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", sent.Headers["Content-Type"]);
        Assert.Matches("^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/us-east-1/ce/aws4_request, SignedHeaders=.*host.*, Signature=[0-9a-f]{64}$", sent.Headers["Authorization"]);
        using var body = JsonDocument.Parse(sent.Body);
        var names = body.RootElement.EnumerateObject().Select(property => property.Name).Order().ToArray();
        Assert.Equal(["Filter", "Granularity", "GroupBy", "Metrics", "TimePeriod"], names);
        Assert.Equal("RECORD_TYPE", body.RootElement.GetProperty("Filter").GetProperty("Dimensions").GetProperty("Key").GetString());
    }

    [Fact]
    public async Task GetCostAndUsage_ThrottledTwice_SucceedsOnThirdAttempt()
    {
        await using var server = await FakeServer.StartAsync(request => request.Number < 2
            ? new FakeResponse(400, """{"__type":"LimitExceededException","Message":"slow down"}""")
            : new FakeResponse(200, OneGroup));
        using var client = Client(server, retries: 3);

        var response = await client.GetCostAndUsageAsync(Request());

        Assert.Equal("next", response.NextPageToken);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task GetCostAndUsage_ServerErrorWithHtml_IsRetried()
    {
        await using var server = await FakeServer.StartAsync(request => request.Number == 0
            ? new FakeResponse(503, "<html>busy</html>", "text/html")
            : new FakeResponse(200, OneGroup));
        using var client = Client(server, retries: 1);

        await client.GetCostAndUsageAsync(Request());

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("DataUnavailableException", typeof(DataUnavailableException))]
    [InlineData("com.amazonaws.ce#BillExpirationException", typeof(BillExpirationException))]
    [InlineData("InvalidNextTokenException", typeof(InvalidNextTokenException))]
    [InlineData("RequestChangedException", typeof(RequestChangedException))]
    [InlineData("LimitExceededException", typeof(LimitExceededException))]
    [InlineData("AccessDeniedException", typeof(AmazonCostExplorerException))]
    public async Task GetCostAndUsage_Refused_ThrowsTypedException(string code, Type expected)
    {
        await using var server = await FakeServer.StartAsync(_ => new FakeResponse(400, $$"""{"__type":"{{code}}","Message":"because"}"""));
        using var client = Client(server);

        var failure = await Assert.ThrowsAnyAsync<AmazonCostExplorerException>(() => client.GetCostAndUsageAsync(Request()));

        Assert.Equal(expected, failure.GetType());
        Assert.Equal("because", failure.Message);
        Assert.Equal(code.Split('#')[^1], failure.ErrorCode);
    }

    [Fact]
    public async Task GetCostAndUsage_MalformedBody_Throws()
    {
        await using var server = await FakeServer.StartAsync(_ => new FakeResponse(200, "{\"ResultsByTime\":["));
        using var client = Client(server);

        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.GetCostAndUsageAsync(Request()));
    }

    [Fact]
    public async Task GetCostAndUsage_Cancelled_Throws()
    {
        await using var server = await FakeServer.StartAsync(async (_, aborted) =>
        {
            await Task.Delay(Timeout.Infinite, aborted);
            return new FakeResponse(200, "{}");
        });
        using var client = Client(server);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetCostAndUsageAsync(Request(), cancel.Token));
    }

    [Fact]
    public async Task UpdateCostAllocationTagsStatus_ErrorsUnderStatus200_AreRead()
    {
        await using var server = await FakeServer.StartAsync(_ => new FakeResponse(200, """{"Errors":[{"TagKey":"Team","Code":"TagKeysNotFoundException","Message":"unknown"}]}"""));
        using var client = Client(server);

        var response = await client.UpdateCostAllocationTagsStatusAsync(new UpdateCostAllocationTagsStatusRequest
        {
            CostAllocationTagsStatus = [new CostAllocationTagStatusEntry { TagKey = "Team", Status = CostAllocationTagStatus.Active }],
        });

        Assert.Equal("TagKeysNotFoundException", Assert.Single(response.Errors!).Code);
        Assert.Contains("\"Status\":\"Active\"", server.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListCostAllocationTags_StatusOfNextYear_PassesThrough()
    {
        await using var server = await FakeServer.StartAsync(_ => new FakeResponse(200, """{"CostAllocationTags":[{"TagKey":"Team","Type":"UserDefined","Status":"Resting"}]}"""));
        using var client = Client(server);

        var response = await client.ListCostAllocationTagsAsync(new ListCostAllocationTagsRequest());

        Assert.Equal("Resting", response.CostAllocationTags![0].Status!.Value);
        Assert.Equal(CostAllocationTagType.UserDefined, response.CostAllocationTags[0].Type);
    }

    private static AmazonCostExplorerClient Client(FakeServer server, int retries = 0) =>
        new(Clients.Credentials, Clients.For<AmazonCostExplorerConfig>(server, retries));

    private static GetCostAndUsageRequest Request() => new()
    {
        TimePeriod = new DateInterval { Start = "2026-01-01", End = "2026-01-02" },
        Granularity = Granularity.DAILY,
        Metrics = ["UnblendedCost"],
        GroupBy = [new GroupDefinition { Type = GroupDefinitionType.TAG, Key = "Team" }],
        Filter = new Expression { Dimensions = new DimensionValues { Key = Dimension.RECORD_TYPE, Values = ["Usage"] } },
    };
}
