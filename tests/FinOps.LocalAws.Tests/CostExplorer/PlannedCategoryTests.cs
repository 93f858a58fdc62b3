using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Categories;
using FinOps.Core.Organization.Synthetic;

namespace FinOps.LocalAws.Tests.CostExplorer;

/// <summary>What Core's evaluator says of a planned category is what Cost Explorer answers for it.</summary>
public sealed class PlannedCategoryTests : IDisposable
{
    private static readonly HashSet<string> Active = ["Team", "Environment", "CostCenter"];
    private readonly CostExplorerBench _bench = new();

    public PlannedCategoryTests() => _bench.Activate([.. Active]);

    [Theory]
    [InlineData("Team", CategoryInheritance.None)]
    [InlineData("Environment", CategoryInheritance.AccountName)]
    [InlineData("CostCenter", CategoryInheritance.Tag)]
    public void GetCostAndUsage_ByPlannedCategory_EqualsTheEvaluator(string key, CategoryInheritance inherit)
    {
        var plan = Plan(key, inherit);
        _bench.Call("CreateCostCategoryDefinition", Definition(plan));
        var days = new DateRange(new DateOnly(2026, 8, 1), CostExplorerBench.Today);
        var rows = _bench.Organization.Costs.Rows().Where(row => days.Contains(row.Day)).ToList();

        var answered = Ask(days, key);
        var evaluated = CategoryEvaluator.Sum(plan, rows, row => row.UnblendedCost, Active);

        Assert.Equal(evaluated.ToDictionary(part => $"{key}${part.Key}", part => part.Value.Amount), answered);
        Assert.Equal(Money.Sum(rows.Select(row => row.UnblendedCost)).Amount, answered.Values.Sum());
        Assert.Contains($"{key}$", answered.Keys); // August, before the category's start
    }

    [Fact]
    public void GetCostAndUsage_WithSplitCharges_StaysUnsplit()
    {
        var plan = Plan("Team", CategoryInheritance.None);
        var days = new DateRange(new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 1));
        var arn = _bench.Call("CreateCostCategoryDefinition", Definition(plan))["CostCategoryArn"]!.GetValue<string>();
        var unsplit = Ask(days, "Team");

        var split = Definition(plan);
        split.Remove("Name");
        split["CostCategoryArn"] = arn;
        split["SplitChargeRules"] = JsonNode.Parse("""[{"Source":"platform","Targets":["payments","search"],"Method":"PROPORTIONAL"}]""");
        _bench.Call("UpdateCostCategoryDefinition", split);

        Assert.Equal(unsplit, Ask(days, "Team"));
        var stored = _bench.Call("DescribeCostCategoryDefinition", new JsonObject { ["CostCategoryArn"] = arn })["CostCategory"]!;
        Assert.Equal("platform", stored["SplitChargeRules"]![0]!["Source"]!.GetValue<string>());
    }

    public void Dispose() => _bench.Dispose();

    private CategoryPlan Plan(string key, CategoryInheritance inherit) => CategoryPlanner.Plan(
        [
            new CategoryWish
            {
                Name = key,
                Path = key,
                TagKey = key,
                Values = key == "Environment" ? ["prod", "staging", "dev"] : key == "Team" ? [.. SyntheticTeams.Names] : [],
                // Every other account, so that the last rule and the default have something to do.
                Accounts = _bench.Organization.Accounts.Where(account => account.Index % 2 == 0 && account.Environment != "sandbox").ToDictionary(account => account.Id, account => key switch
                {
                    "Team" => account.Team,
                    "Environment" => account.Environment,
                    _ => SyntheticTeams.CostCenter(account.Team),
                }),
                Spellings = key == "Team" ? new Dictionary<string, IReadOnlyList<string>> { ["payments"] = ["paymets"] } : new Dictionary<string, IReadOnlyList<string>>(),
                Inherit = inherit,
                EffectiveStart = new BillingMonth(2026, 9),
            },
        ],
        new BillingMonth(2026, 11),
        "test")[0];

    private Dictionary<string, decimal> Ask(DateRange days, string category) => _bench.Call("GetCostAndUsage", $$"""
            {"TimePeriod":{"Start":"{{days.Start:yyyy-MM-dd}}","End":"{{days.End:yyyy-MM-dd}}"},"Granularity":"MONTHLY","Metrics":["UnblendedCost"],
             "GroupBy":[{"Type":"COST_CATEGORY","Key":"{{category}}"}]}
            """)["ResultsByTime"]!.AsArray().SelectMany(month => month!["Groups"]!.AsArray())
        .GroupBy(group => group!["Keys"]![0]!.GetValue<string>())
        .ToDictionary(group => group.Key, group => group.Sum(one => decimal.Parse(one!["Metrics"]!["UnblendedCost"]!["Amount"]!.GetValue<string>(), CultureInfo.InvariantCulture)));

    private static JsonObject Definition(CategoryPlan plan) => new()
    {
        ["Name"] = plan.Name,
        ["RuleVersion"] = "CostCategoryExpression.v1",
        ["DefaultValue"] = plan.DefaultValue,
        ["EffectiveStart"] = $"{plan.EffectiveStart}-01T00:00:00Z",
        ["Rules"] = new JsonArray([.. plan.Rules.Select(Rule)]),
    };

    private static JsonObject Rule(CategoryRule rule) => rule switch
    {
        CategoryRule.ByTag tag => Regular(tag.Value, "Tags", tag.Key, tag.Spellings),
        CategoryRule.ByAccount account => Regular(account.Value, "Dimensions", "LINKED_ACCOUNT", account.AccountIds),
        CategoryRule.FromTag tag => Inherited(new JsonObject { ["DimensionName"] = "TAG", ["DimensionKey"] = tag.Key }),
        _ => Inherited(new JsonObject { ["DimensionName"] = "LINKED_ACCOUNT_NAME" }),
    };

    private static JsonObject Regular(string value, string kind, string key, IEnumerable<string> values) => new()
    {
        ["Type"] = "REGULAR",
        ["Value"] = value,
        ["Rule"] = new JsonObject { [kind] = new JsonObject { ["Key"] = key, ["Values"] = new JsonArray([.. values.Select(one => JsonValue.Create(one))]), ["MatchOptions"] = new JsonArray("EQUALS") } },
    };

    private static JsonObject Inherited(JsonObject value) => new() { ["Type"] = "INHERITED_VALUE", ["InheritedValue"] = value };
}
