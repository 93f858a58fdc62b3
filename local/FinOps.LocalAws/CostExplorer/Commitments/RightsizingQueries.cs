using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalAws.CostExplorer.Input;
using FinOps.LocalAws.Services.Recommendations;

namespace FinOps.LocalAws.CostExplorer.Commitments;

/// <summary>GetRightsizingRecommendation: the older advice about instances, which Cost Optimization Hub repeats. Its figures are a little higher, as it knows fewer discounts.</summary>
internal sealed class RightsizingQueries(CostExplorerState state, AdviceCatalog catalog)
{
    private const decimal BeforeDiscounts = 1.02m;
    private const string Operation = "GetRightsizingRecommendation";
    private const int MaximumPage = 6000;

    public JsonObject Get(CostExplorerCall call)
    {
        call.Input.Choice("Service", ["AmazonEC2"], required: true);
        var size = call.Input.Integer("PageSize", min: 0, max: MaximumPage) is > 0 and { } asked ? asked : MaximumPage;
        call.Input.Check();
        var all = catalog.All
            .Where(advice => advice.Kind == "Ec2Instance" && advice.Action is "Stop" or "Rightsize")
            .Where(advice => call.Context.AccountId == state.ManagementAccountId || advice.AccountId == call.Context.AccountId)
            .GroupBy(advice => advice.Arn, StringComparer.Ordinal).Select(group => group.MaxBy(advice => advice.Saving)!).ToList();
        var page = Page<SyntheticAdvice>.Of(all, size, Operation, call.Json, "NextPageToken");
        var output = new JsonObject
        {
            ["Metadata"] = new JsonObject { ["RecommendationId"] = "synthetic", ["GenerationTimestamp"] = call.Now.UtcDateTime.Date.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), ["LookbackPeriodInDays"] = "THIRTY_DAYS" },
            ["Summary"] = new JsonObject
            {
                ["TotalRecommendationCount"] = all.Count.ToString(CultureInfo.InvariantCulture),
                ["EstimatedTotalMonthlySavingsAmount"] = Text(all.Sum(Saving)),
                ["SavingsCurrencyCode"] = "USD",
                ["SavingsPercentage"] = "0",
            },
            ["RightsizingRecommendations"] = new JsonArray([.. page.Items.Select(Print)]),
        };
        page.WriteToken(output, "NextPageToken");
        return output;
    }

    private static JsonObject Print(SyntheticAdvice advice)
    {
        var output = new JsonObject
        {
            ["AccountId"] = advice.AccountId,
            ["CurrentInstance"] = new JsonObject
            {
                ["ResourceId"] = advice.ResourceId,
                ["InstanceName"] = "",
                ["Tags"] = new JsonArray([.. advice.Item.Tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Values"] = new JsonArray(tag.Value) })]),
                ["ResourceDetails"] = Details(advice.Item.InstanceType, advice.Region),
                ["MonthlyCost"] = Text(advice.MonthlyCost * BeforeDiscounts),
                ["CurrencyCode"] = "USD",
            },
            ["RightsizingType"] = advice.IsIdle ? "TERMINATE" : "MODIFY",
        };
        if (advice.IsIdle)
            output["TerminateRecommendationDetail"] = new JsonObject { ["EstimatedMonthlySavings"] = Text(Saving(advice)), ["CurrencyCode"] = "USD" };
        else
            output["ModifyRecommendationDetail"] = new JsonObject
            {
                ["TargetInstances"] = new JsonArray(new JsonObject
                {
                    ["EstimatedMonthlyCost"] = Text((advice.MonthlyCost - advice.Saving) * BeforeDiscounts),
                    ["EstimatedMonthlySavings"] = Text(Saving(advice)),
                    ["CurrencyCode"] = "USD",
                    ["DefaultTargetInstance"] = true,
                    ["ResourceDetails"] = Details(advice.Recommended, advice.Region),
                }),
            };
        return output;
    }

    // Regions have the names here that the price list gives them.
    private static JsonObject Details(string type, string region) => new()
    {
        ["EC2ResourceDetails"] = new JsonObject
        {
            ["InstanceType"] = type,
            ["Platform"] = "Linux/UNIX",
            ["Region"] = region switch { "us-east-1" => "US East (N. Virginia)", "eu-west-1" => "EU (Ireland)", "eu-central-1" => "EU (Frankfurt)", _ => region },
        },
    };

    private static decimal Saving(SyntheticAdvice advice) => advice.Saving * BeforeDiscounts;

    private static string Text(decimal amount) => amount.ToString("0.##########", CultureInfo.InvariantCulture);
}
