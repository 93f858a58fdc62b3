using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Recommendations;

/// <summary>Cost Optimization Hub, Compute Optimizer and both Trusted Advisor APIs over the synthetic organization.</summary>
public sealed class RecommendationTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private static readonly JsonObject Enrol = new() { ["status"] = "Active", ["includeMemberAccounts"] = true };

    [Fact]
    public async Task Hub_NotEnrolledThenEnrolled_ListsAllPagesAndAnEmptyOneBetween()
    {
        await HubAsync("UpdateEnrollmentStatus", new JsonObject { ["status"] = "Inactive" });
        var refused = await Assert.ThrowsAsync<RefusedException>(() => HubAsync("ListRecommendations"));
        await HubAsync("UpdateEnrollmentStatus", Enrol);

        var (items, pages) = await PagesAsync(token => HubAsync("ListRecommendations", With(token, ("includeAllRecommendations", true), ("maxResults", 50))), "items");
        var (single, _) = await PagesAsync(token => HubAsync("ListRecommendations", With(token)), "items");
        var summary = await HubAsync("ListRecommendationSummaries", new JsonObject { ["groupBy"] = "ActionType" });

        Assert.Contains("not enrolled", refused.Message, StringComparison.Ordinal);
        Assert.Contains(0, pages);
        Assert.Equal(items.Count, items.Select(item => (string)item["recommendationId"]!).Distinct().Count());
        Assert.True(single.Count < items.Count);
        Assert.Equal(single.Sum(Saving), (decimal)summary["estimatedTotalDedupedSavings"]!);
        Assert.True(items.Sum(Saving) > single.Sum(Saving));
        Assert.Equal(items.Count, summary["items"]!.AsArray().Sum(group => (int)group!["recommendationCount"]!));
        var billed = endpoint.Server.Organization.Costs.Series.Select(series => series.Item.ResourceId).ToHashSet(StringComparer.Ordinal);
        Assert.All(items.Where(item => item["resourceArn"] is not null), item => Assert.Contains((string)item["resourceArn"]!, billed));
        Assert.Subset(new HashSet<string>(["VeryLow", "Low", "Medium", "High", "VeryHigh"]), items.Select(item => (string)item["implementationEffort"]!).ToHashSet());
        Assert.Superset(new HashSet<string>(["VeryLow", "VeryHigh"]), items.Select(item => (string)item["implementationEffort"]!).ToHashSet());
    }

    [Fact]
    public async Task Hub_FilterOfActions_SplitsTheTotalExactly()
    {
        await HubAsync("UpdateEnrollmentStatus", Enrol);
        var purchases = Filter("PurchaseSavingsPlans", "PurchaseReservedInstances");
        var usage = Filter("Rightsize", "Stop", "Upgrade", "MigrateToGraviton", "Delete", "ScaleIn");

        var totals = new List<decimal>();
        foreach (var filter in new[] { null, purchases, usage })
            totals.Add((decimal)(await HubAsync("ListRecommendationSummaries", new JsonObject { ["groupBy"] = "Region", ["filter"] = filter }))["estimatedTotalDedupedSavings"]!);

        Assert.Equal(totals[0], totals[1] + totals[2]);
        Assert.All(totals, total => Assert.True(total > 0));
    }

    [Fact]
    public async Task Optimizer_OptInThenOneAccountAndRegion_AgreesWithTheHub()
    {
        await OptimizerAsync("UpdateEnrollmentStatus", new JsonObject { ["status"] = "Inactive" });
        var early = await Assert.ThrowsAsync<RefusedException>(() => OptimizerAsync("GetEC2InstanceRecommendations"));
        await OptimizerAsync("UpdateEnrollmentStatus", Enrol);
        await HubAsync("UpdateEnrollmentStatus", Enrol);
        var hub = (await PagesAsync(token => HubAsync("ListRecommendations", With(token, ("includeAllRecommendations", true))), "items")).Items
            .First(item => (string?)item["actionType"] == "Rightsize" && (string?)item["currentResourceType"] == "Ec2Instance" && (string?)item["region"] == "us-east-1");

        var own = await OptimizerAsync("GetEC2InstanceRecommendations", new JsonObject { ["accountIds"] = new JsonArray((string)hub["accountId"]!) });
        var two = await Assert.ThrowsAsync<RefusedException>(() => OptimizerAsync("GetIdleRecommendations", new JsonObject { ["accountIds"] = new JsonArray("111122223333", "444455556666") }));
        var groups = await OptimizerAsync("GetAutoScalingGroupRecommendations", new JsonObject { ["accountIds"] = new JsonArray((string)hub["accountId"]!) });

        Assert.Equal(("OptInRequiredException", 403), (early.Code, early.Status));
        Assert.Equal("InvalidParameterValueException", two.Code);
        Assert.Empty(groups["autoScalingGroupRecommendations"]!.AsArray());
        var found = own["instanceRecommendations"]!.AsArray().Single(item => (string?)item!["instanceArn"] == (string?)hub["resourceArn"])!;
        Assert.Contains(found["recommendationOptions"]!.AsArray(), option => (double)option!["savingsOpportunity"]!["estimatedMonthlySavings"]!["value"]! == (double)Saving(hub));
    }

    [Fact]
    public async Task TrustedAdvisor_BusinessPlan_OwnChecksInBothApis_AndNoOrganization()
    {
        var checks = await endpoint.Calls.RestAsync("trustedadvisor", HttpMethod.Get, "/v1/checks?pillar=cost_optimizing");
        var recommendations = (await endpoint.Calls.RestAsync("trustedadvisor", HttpMethod.Get, "/v1/recommendations?pillar=cost_optimizing"))["recommendationSummaries"]!.AsArray();
        var organization = await Assert.ThrowsAsync<RefusedException>(() => endpoint.Calls.RestAsync("trustedadvisor", HttpMethod.Get, "/v1/organization-recommendations"));
        var old = (await SupportAsync("DescribeTrustedAdvisorChecks", new JsonObject { ["language"] = "en" }))["checks"]!.AsArray();

        Assert.Equal(3, checks["checkSummaries"]!.AsArray().Count);
        Assert.Equal(("AccessDeniedException", 403), (organization.Code, organization.Status));
        Assert.Equal(checks["checkSummaries"]!.AsArray().Select(check => (string)check!["id"]!).Order(), old.Select(check => (string)check!["id"]!).Order());
        foreach (var recommendation in recommendations)
        {
            var id = Uri.EscapeDataString((string)recommendation!["id"]!);
            var resources = await endpoint.Calls.RestAsync("trustedadvisor", HttpMethod.Get, $"/v1/recommendations/{id}/resources");
            var check = ((string)recommendation["checkArn"]!).Split('/')[1];
            var result = (await SupportAsync("DescribeTrustedAdvisorCheckResult", new JsonObject { ["checkId"] = check }))["result"]!;
            Assert.Equal(resources["recommendationResourceSummaries"]!.AsArray().Count, result["flaggedResources"]!.AsArray().Count);
            Assert.Equal((int)recommendation["resourcesAggregates"]!["warningCount"]!, result["flaggedResources"]!.AsArray().Count);
        }
    }

    [Fact]
    public async Task TrustedAdvisor_Plans_OpenTheOrganizationOrNothing()
    {
        foreach (var plan in new[] { SupportPlan.Basic, SupportPlan.Enterprise })
        {
            var folder = Directory.CreateTempSubdirectory("local-aws-").FullName;
            await using (var server = await LocalAwsServer.StartAsync(EndpointFixture.Options(folder) with { SupportPlan = plan }))
            {
                using var calls = new SignedCalls(server);
                if (plan == SupportPlan.Basic)
                {
                    var rest = await Assert.ThrowsAsync<RefusedException>(() => calls.RestAsync("trustedadvisor", HttpMethod.Get, "/v1/recommendations"));
                    var old = await Assert.ThrowsAsync<RefusedException>(() => calls.JsonAsync("support", "AWSSupport_20130415.DescribeTrustedAdvisorChecks", new JsonObject { ["language"] = "en" }));
                    Assert.Equal(("AccessDeniedException", "SubscriptionRequiredException"), (rest.Code, old.Code));
                }
                else
                {
                    var summary = (await calls.RestAsync("trustedadvisor", HttpMethod.Get, "/v1/organization-recommendations?pillar=cost_optimizing"))["organizationRecommendationSummaries"]!.AsArray()
                        .First(item => (int)item!["resourcesAggregates"]!["warningCount"]! > 0)!;
                    var resources = (await calls.RestAsync("trustedadvisor", HttpMethod.Get, $"/v1/organization-recommendations/{summary["id"]}/resources"))["organizationRecommendationResourceSummaries"]!.AsArray();
                    Assert.NotEmpty(resources);
                    Assert.All(resources, resource => Assert.NotNull(server.Organization.FindAccount((string)resource!["accountId"]!)));
                }
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static decimal Saving(JsonNode item) => (decimal)item["estimatedMonthlySavings"]!;

    private static JsonObject Filter(params string[] actions) => new() { ["actionTypes"] = new JsonArray([.. actions.Select(action => JsonValue.Create(action))]) };

    private static JsonObject With(string? token, params (string Name, JsonNode Value)[] members)
    {
        var input = new JsonObject { ["nextToken"] = token };
        foreach (var (name, value) in members)
            input[name] = value;
        return input;
    }

    private static async Task<(List<JsonNode> Items, List<int> Pages)> PagesAsync(Func<string?, Task<JsonObject>> ask, string member)
    {
        var (items, pages) = (new List<JsonNode>(), new List<int>());
        string? token = null;
        do
        {
            var page = await ask(token);
            items.AddRange(page[member]!.AsArray().Select(item => item!));
            pages.Add(page[member]!.AsArray().Count);
            token = (string?)page["nextToken"];
        }
        while (token is not null);
        return (items, pages);
    }

    private Task<JsonObject> HubAsync(string operation, JsonObject? input = null) => endpoint.Calls.JsonAsync("cost-optimization-hub", $"CostOptimizationHubService.{operation}", (JsonObject?)input?.DeepClone(), "1.0");

    private Task<JsonObject> OptimizerAsync(string operation, JsonObject? input = null) => endpoint.Calls.JsonAsync("compute-optimizer", $"ComputeOptimizerService.{operation}", (JsonObject?)input?.DeepClone(), "1.0");

    private Task<JsonObject> SupportAsync(string operation, JsonObject input) => endpoint.Calls.JsonAsync("support", $"AWSSupport_20130415.{operation}", input);
}
