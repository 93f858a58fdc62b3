using Amazon.AWSSupport;
using Amazon.AWSSupport.Model;
using Amazon.ComputeOptimizer;
using Amazon.ComputeOptimizer.Model;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Amazon.CostOptimizationHub;
using Amazon.TrustedAdvisor;
using Amazon.TrustedAdvisor.Model;
using AWSSDK.Tests.Support;
using AdvisorRequest = Amazon.TrustedAdvisor.Model.ListRecommendationsRequest;
using HubRequest = Amazon.CostOptimizationHub.Model.ListRecommendationsRequest;

namespace AWSSDK.Tests.Optimization;

/// <summary>The advisors on the wire: names of members, protocols, and errors.</summary>
public sealed class AdvisorClientTests
{
    [Fact]
    public async Task Hub_RequestAndAnswer_AreCamelCaseJson10()
    {
        await using var server = await FakeServer.StartAsync(_ => new FakeResponse(200, """
            {"items":[{"recommendationId":"r","accountId":"111122223333","estimatedMonthlySavings":12.34,"currencyCode":"USD","implementationEffort":"VeryHigh",
            "restartNeeded":true,"rollbackPossible":false,"actionType":"Rightsize","lastRefreshTimestamp":1767225600,"recommendationLookbackPeriodInDays":14,
            "source":"ComputeOptimizer","tags":[{"key":"Team","value":"payments"}]}],"nextToken":"t"}
            """));
        using var client = new AmazonCostOptimizationHubClient(Clients.Credentials, Clients.For<AmazonCostOptimizationHubConfig>(server));

        var answer = await client.ListRecommendationsAsync(new HubRequest { IncludeAllRecommendations = true, MaxResults = 5, Filter = new() { ActionTypes = [ActionType.Rightsize] } });

        var item = Assert.Single(answer.Items!);
        Assert.Equal((12.34, "VeryHigh", true, false, 14), (item.EstimatedMonthlySavings, item.ImplementationEffort, item.RestartNeeded, item.RollbackPossible, item.RecommendationLookbackPeriodInDays));
        Assert.Equal(Source.ComputeOptimizer, item.Source);
        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), item.LastRefreshTimestamp);
        Assert.Equal("payments", item.Tags![0].Value);
        var request = Assert.Single(server.Requests);
        Assert.Equal("""{"filter":{"actionTypes":["Rightsize"]},"includeAllRecommendations":true,"maxResults":5}""", request.Body);
        Assert.Equal("CostOptimizationHubService.ListRecommendations", request.Headers["X-Amz-Target"]);
        Assert.StartsWith("application/x-amz-json-1.0", request.Headers["Content-Type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Optimizer_NotOptedIn_ThrowsTypedException_AndSpellsDatabasesAsAwsDoes()
    {
        await using var server = await FakeServer.StartAsync(request => request.Number == 0
            ? new FakeResponse(403, """{"__type":"com.amazonaws.computeoptimizer#OptInRequiredException","message":"no"}""")
            : new FakeResponse(200, """{"rdsDBRecommendations":[{"resourceArn":"arn","currentDBInstanceClass":"db.r6g.large","instanceRecommendationOptions":[{"dbInstanceClass":"db.r6g.medium","rank":1,"savingsOpportunityAfterDiscounts":{"estimatedMonthlySavings":{"currency":"USD","value":7.5}}}]}]}"""));
        using var client = new AmazonComputeOptimizerClient(Clients.Credentials, Clients.For<AmazonComputeOptimizerConfig>(server));

        await Assert.ThrowsAsync<OptInRequiredException>(() => client.GetRDSDatabaseRecommendationsAsync(new GetRDSDatabaseRecommendationsRequest()));
        var answer = await client.GetRDSDatabaseRecommendationsAsync(new GetRDSDatabaseRecommendationsRequest { AccountIds = ["111122223333"] });

        Assert.Equal("""{"accountIds":["111122223333"]}""", server.Requests[1].Body);
        var database = Assert.Single(answer.RdsDBRecommendations!);
        Assert.Equal("db.r6g.large", database.CurrentDBInstanceClass);
        Assert.Equal(7.5, database.InstanceRecommendationOptions![0].SavingsOpportunityAfterDiscounts!.EstimatedMonthlySavings!.Value);
    }

    [Fact]
    public async Task Advisor_PathAndQuery_CarryTheInput()
    {
        await using var server = await FakeServer.StartAsync(_ => new FakeResponse(200, """{"recommendationSummaries":[],"recommendationResourceSummaries":[{"awsResourceId":"i-1","metadata":{"0":"us-east-1a"}}]}"""));
        using var client = new AmazonTrustedAdvisorClient(Clients.Credentials, Clients.For<AmazonTrustedAdvisorConfig>(server));

        await client.ListRecommendationsAsync(new AdvisorRequest { Pillar = RecommendationPillar.Cost_optimizing, MaxResults = 200, NextToken = "a b/c" });
        var resources = await client.ListRecommendationResourcesAsync(new ListRecommendationResourcesRequest { RecommendationIdentifier = "arn:aws:trustedadvisor::1:recommendation/x" });

        Assert.Equal(("GET", "/v1/recommendations"), (server.Requests[0].Method, server.Requests[0].Path.Split('?')[0]));
        Assert.Equal("us-east-1a", Assert.Single(resources.RecommendationResourceSummaries!).Metadata!["0"]);
        await Assert.ThrowsAsync<Amazon.Runtime.AmazonClientException>(() => client.ListRecommendationResourcesAsync(new ListRecommendationResourcesRequest()));
    }

    [Fact]
    public async Task Support_WithoutAPlan_TellsTheCodeOfAws()
    {
        await using var server = await FakeServer.StartAsync(_ => new FakeResponse(400, """{"__type":"SubscriptionRequiredException","message":"no plan"}"""));
        using var client = new AmazonAWSSupportClient(Clients.Credentials, Clients.For<AmazonAWSSupportConfig>(server));

        var refused = await Assert.ThrowsAsync<AmazonAWSSupportException>(() => client.DescribeTrustedAdvisorChecksAsync(new DescribeTrustedAdvisorChecksRequest { Language = "en" }));

        Assert.Equal("SubscriptionRequiredException", refused.ErrorCode);
        Assert.Equal("""{"language":"en"}""", server.Requests[0].Body);
    }

    [Fact]
    public async Task CostExplorer_NoReservations_IsTyped()
    {
        await using var server = await FakeServer.StartAsync(_ => new FakeResponse(400, """{"__type":"DataUnavailableException","Message":"none"}"""));
        using var client = new AmazonCostExplorerClient(Clients.Credentials, Clients.For<AmazonCostExplorerConfig>(server));

        await Assert.ThrowsAsync<DataUnavailableException>(() => client.GetReservationUtilizationAsync(new GetReservationUtilizationRequest { TimePeriod = new() { Start = "2026-01-01", End = "2026-02-01" } }));

        Assert.Equal("""{"TimePeriod":{"Start":"2026-01-01","End":"2026-02-01"}}""", server.Requests[0].Body);
    }
}
