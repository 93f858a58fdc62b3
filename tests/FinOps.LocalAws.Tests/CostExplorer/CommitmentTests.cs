using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.CostExplorer;

/// <summary>Coverage, utilization, rightsizing and cost by resource.</summary>
public sealed class CommitmentTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private static JsonObject Months => new() { ["Start"] = "2026-08-01", ["End"] = "2026-11-01" };

    [Fact]
    public async Task SavingsPlans_MonthsAddUpToTheTotal_AndUsedAndUnusedToTheCommitment()
    {
        var utilization = await CallAsync("GetSavingsPlansUtilization", new JsonObject { ["TimePeriod"] = Months, ["Granularity"] = "MONTHLY" });
        var coverage = await CallAsync("GetSavingsPlansCoverage", new JsonObject { ["TimePeriod"] = Months, ["Granularity"] = "MONTHLY" });

        var months = utilization["SavingsPlansUtilizationsByTime"]!.AsArray();
        Assert.Equal(3, months.Count);
        Assert.Equal(Amount(utilization["Total"]!["Utilization"]!["TotalCommitment"]!), months.Sum(month => Amount(month!["Utilization"]!["TotalCommitment"]!)));
        Assert.All(months, month => Assert.Equal(
            Amount(month!["Utilization"]!["TotalCommitment"]!), Amount(month["Utilization"]!["UsedCommitment"]!) + Amount(month["Utilization"]!["UnusedCommitment"]!)));
        Assert.All(coverage["SavingsPlansCoverages"]!.AsArray(), each => Assert.Equal(
            Amount(each!["Coverage"]!["TotalCost"]!), Amount(each["Coverage"]!["OnDemandCost"]!) + Amount(each["Coverage"]!["SpendCoveredBySavingsPlans"]!)));
    }

    [Fact]
    public async Task Reservations_NoneInTheOrganization_HaveNoData()
    {
        foreach (var operation in new[] { "GetReservationCoverage", "GetReservationUtilization" })
            Assert.Equal("DataUnavailableException", (await Assert.ThrowsAsync<RefusedException>(() => CallAsync(operation, new JsonObject { ["TimePeriod"] = Months }))).Code);
    }

    [Fact]
    public async Task Rightsizing_PagesOfFive_GiveEveryInstanceOnce()
    {
        var ids = new List<string>();
        string? token = null;
        JsonObject page;
        do
        {
            page = await CallAsync("GetRightsizingRecommendation", new JsonObject { ["Service"] = "AmazonEC2", ["PageSize"] = 5, ["NextPageToken"] = token });
            ids.AddRange(page["RightsizingRecommendations"]!.AsArray().Select(item => (string)item!["CurrentInstance"]!["ResourceId"]!));
            token = (string?)page["NextPageToken"];
        }
        while (token is not null);

        Assert.True(ids.Count > 5);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(ids.Count.ToString(CultureInfo.InvariantCulture), (string?)page["Summary"]!["TotalRecommendationCount"]);
    }

    [Fact]
    public async Task Resources_OfTheLastDays_AddUpToTheSameQuestionWithoutThem()
    {
        var service = new JsonObject { ["Dimensions"] = new JsonObject { ["Key"] = "SERVICE", ["Values"] = new JsonArray("Amazon Relational Database Service") } };
        var question = new JsonObject
        {
            ["TimePeriod"] = new JsonObject { ["Start"] = "2026-11-08", ["End"] = "2026-11-15" },
            ["Granularity"] = "DAILY",
            ["Metrics"] = new JsonArray("AmortizedCost"),
            ["Filter"] = service,
        };
        var byResource = (JsonObject)question.DeepClone();
        byResource["GroupBy"] = new JsonArray(new JsonObject { ["Type"] = "DIMENSION", ["Key"] = "RESOURCE_ID" });
        var old = (JsonObject)byResource.DeepClone();
        old["TimePeriod"]!["Start"] = "2026-11-05";
        var unfiltered = (JsonObject)byResource.DeepClone();
        unfiltered.Remove("Filter");

        var resources = await CallAsync("GetCostAndUsageWithResources", (JsonObject)byResource.DeepClone());
        var total = await CallAsync("GetCostAndUsage", question);

        Assert.Equal(
            total["ResultsByTime"]!.AsArray().Sum(day => Amount(day!["Total"]!["AmortizedCost"]!["Amount"]!)),
            resources["ResultsByTime"]!.AsArray().Sum(day => day!["Groups"]!.AsArray().Sum(group => Amount(group!["Metrics"]!["AmortizedCost"]!["Amount"]!))));
        Assert.Contains(resources["ResultsByTime"]![0]!["Groups"]!.AsArray(), group => ((string)group!["Keys"]![0]!).StartsWith("arn:aws:rds:", StringComparison.Ordinal));
        foreach (var (operation, input) in new[] { ("GetCostAndUsage", byResource), ("GetCostAndUsageWithResources", old), ("GetCostAndUsageWithResources", unfiltered) })
            Assert.Equal("ValidationException", (await Assert.ThrowsAsync<RefusedException>(() => CallAsync(operation, input))).Code);
    }

    private static decimal Amount(JsonNode node) => decimal.Parse((string)node!, NumberStyles.Float, CultureInfo.InvariantCulture);

    private Task<JsonObject> CallAsync(string operation, JsonObject input) => endpoint.Calls.JsonAsync("ce", $"AWSInsightsIndexService.{operation}", input);
}
