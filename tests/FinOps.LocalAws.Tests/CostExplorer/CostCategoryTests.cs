using System.Globalization;
using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Tests.CostExplorer;

public sealed class CostCategoryTests : IDisposable
{
    private const string Period = """ "TimePeriod":{"Start":"2026-11-01","End":"2026-11-15"} """;
    private readonly CostExplorerBench _bench = new();

    [Fact]
    public void Rules_SeveralMatch_TheFirstWins()
    {
        var account = _bench.Organization.Accounts[5];
        Create("Owner", $$"""
            {"Value":"first","Rule":{"Dimensions":{"Key":"LINKED_ACCOUNT","Values":["{{account.Id}}"]} } },
            {"Value":"second","Rule":{"Dimensions":{"Key":"LINKED_ACCOUNT_NAME","Values":["payments"],"MatchOptions":["STARTS_WITH"]} } }
            """);

        var groups = Groups("COST_CATEGORY", "Owner");

        var whole = Groups("DIMENSION", "LINKED_ACCOUNT");
        Assert.Equal(whole[account.Id], groups["Owner$first"]);
        var others = _bench.Organization.Accounts.Where(other => other.Name.StartsWith("payments", StringComparison.Ordinal) && other != account);
        Assert.Equal(others.Sum(other => whole.GetValueOrDefault(other.Id)), groups["Owner$second"]);
        Assert.Equal(whole.Values.Sum(), groups.Values.Sum());
    }

    [Fact]
    public void Filter_CategoryValueAndAbsent_AreComplements()
    {
        Create("Stage", """{"Value":"production","Rule":{"Dimensions":{"Key":"LINKED_ACCOUNT_NAME","Values":["-prod"],"MatchOptions":["ENDS_WITH"]}}}""");

        var production = Total("""{"CostCategories":{"Key":"Stage","Values":["production"]}}""");
        var rest = Total("""{"CostCategories":{"Key":"Stage","MatchOptions":["ABSENT"]}}""");

        Assert.True(production > 0 && rest > 0);
        Assert.Equal(Groups("DIMENSION", "LINKED_ACCOUNT").Values.Sum(), production + rest);
    }

    [Fact]
    public void Lifecycle_CreateDescribeUpdateListDelete_KeepsWhatWasGiven()
    {
        var arn = Create("Team", """{"Value":"a","Type":"REGULAR","Rule":{"Dimensions":{"Key":"REGION","Values":["us-east-1"]}}}""", "\"DefaultValue\":\"rest\",");

        var described = _bench.Call("DescribeCostCategoryDefinition", Arn(arn))["CostCategory"]!;
        Assert.Equal("Team", described["Name"]!.GetValue<string>());
        Assert.Equal("2026-11-01T00:00:00Z", described["EffectiveStart"]!.GetValue<string>());
        Assert.Equal("rest", described["DefaultValue"]!.GetValue<string>());
        Assert.Equal("us-east-1", described["Rules"]![0]!["Rule"]!["Dimensions"]!["Values"]![0]!.GetValue<string>());
        Assert.Equal("APPLIED", described["ProcessingStatus"]![0]!["Status"]!.GetValue<string>());

        _bench.Call("UpdateCostCategoryDefinition", $$"""
            {"CostCategoryArn":"{{arn}}","RuleVersion":"CostCategoryExpression.v1","EffectiveStart":"2026-01-01T00:00:00Z",
             "Rules":[{"Value":"b","Rule":{"Dimensions":{"Key":"REGION","Values":["us-east-1"]} } }]}
            """);
        var reference = Assert.Single(_bench.Call("ListCostCategoryDefinitions", "{}")["CostCategoryReferences"]!.AsArray())!;
        Assert.Equal(["b"], reference["Values"]!.AsArray().Select(value => value!.GetValue<string>()));
        Assert.Equal("2026-01-01T00:00:00Z", reference["EffectiveStart"]!.GetValue<string>());
        Assert.Null(reference["DefaultValue"]);

        _bench.Call("DeleteCostCategoryDefinition", Arn(arn));
        Assert.Equal("ResourceNotFoundException", _bench.Refused("DescribeCostCategoryDefinition", Arn(arn)).Code);
    }

    [Fact]
    public void GetCostCategories_NamesAndValues_AreThoseInEffect()
    {
        _bench.Activate("Team");
        Create("Team", """{"Type":"INHERITED_VALUE","InheritedValue":{"DimensionName":"TAG","DimensionKey":"Team"}}""");

        var names = _bench.Call("GetCostCategories", $"{{{Period}}}")["CostCategoryNames"]!.AsArray();
        var values = _bench.Call("GetCostCategories", $$"""{{{Period}},"CostCategoryName":"Team","SearchString":"PAY"}""")["CostCategoryValues"]!.AsArray();

        Assert.Equal("Team", Assert.Single(names)!.GetValue<string>());
        Assert.Contains("payments", values.Select(value => value!.GetValue<string>()));
        Assert.DoesNotContain("search", values.Select(value => value!.GetValue<string>()));
    }

    [Theory]
    [InlineData("Bad/Name", """{"Value":"a","Rule":{"Dimensions":{"Key":"REGION","Values":["x"]}}}""", "")]
    [InlineData("Ok", """{"Value":"a"}""", "")]
    [InlineData("Ok", """{"Value":"a","Type":"INHERITED_VALUE","InheritedValue":{"DimensionName":"LINKED_ACCOUNT_NAME"}}""", "")]
    [InlineData("Ok", """{"Type":"INHERITED_VALUE","InheritedValue":{"DimensionName":"TAG"}}""", "")]
    [InlineData("Ok", """{"Value":"a","Rule":{"Dimensions":{"Key":"SERVICE","Values":["x"]}}}""", "")]
    [InlineData("Ok", """{"Value":"a","Rule":{"CostCategories":{"Key":"Ok","Values":["x"]}}}""", "")]
    [InlineData("Ok", """{"Value":"a","Rule":{"Dimensions":{"Key":"REGION","Values":["x"]}}}""", "\"EffectiveStart\":\"2026-10-02T00:00:00Z\",")]
    [InlineData("Ok", """{"Value":"a","Rule":{"Dimensions":{"Key":"REGION","Values":["x"]}}}""", "\"SplitChargeRules\":[{\"Source\":\"a\",\"Targets\":[\"b\"],\"Method\":\"FIXED\"}],")]
    [InlineData("Ok", """{"Value":"a","Rule":{"Dimensions":{"Key":"REGION","Values":["x"]}}}""", "\"SplitChargeRules\":[{\"Source\":\"a\",\"Targets\":[\"a\"],\"Method\":\"EVEN\"}],")]
    [InlineData("Ok", """{"Value":"a","Rule":{"Dimensions":{"Key":"REGION","Values":["x"]}}}""", "\"SplitChargeRules\":[{\"Source\":\"a\",\"Targets\":[\"b\"],\"Method\":\"EVEN\"},{\"Source\":\"a\",\"Targets\":[\"c\"],\"Method\":\"EVEN\"}],")]
    [InlineData("Ok", """{"Value":"a","Rule":{"Dimensions":{"Key":"REGION","Values":["x"]}}}""", "\"SplitChargeRules\":[{\"Source\":\"a\",\"Targets\":[\"b\"],\"Method\":\"EVEN\"},{\"Source\":\"b\",\"Targets\":[\"c\"],\"Method\":\"EVEN\"}],")]
    public void Create_BadDefinition_IsRefused(string name, string rule, string more) =>
        Assert.Equal("ValidationException", _bench.Refused("CreateCostCategoryDefinition", Definition(name, rule, more)).Code);

    [Fact]
    public void Create_SameNameTwice_IsRefused()
    {
        const string Rule = """{"Value":"a","Rule":{"Dimensions":{"Key":"REGION","Values":["x"]}}}""";
        Create("Team", Rule);

        Assert.Contains("already exists", _bench.Refused("CreateCostCategoryDefinition", Definition("Team", Rule, "")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_SetChangedRemoved_AreListed()
    {
        var arn = Create("Team", """{"Value":"a","Rule":{"Dimensions":{"Key":"REGION","Values":["x"]}}}""", "\"ResourceTags\":[{\"Key\":\"Team\",\"Value\":\"finops\"}],");
        _bench.Call("TagResource", $$"""{"ResourceArn":"{{arn}}","ResourceTags":[{"Key":"Owner","Value":"a@example.com"}]}""");
        _bench.Call("UntagResource", $$"""{"ResourceArn":"{{arn}}","ResourceTagKeys":["Team"]}""");

        var tag = Assert.Single(_bench.Call("ListTagsForResource", $$"""{"ResourceArn":"{{arn}}"}""")["ResourceTags"]!.AsArray())!;

        Assert.Equal("Owner", tag["Key"]!.GetValue<string>());
        var error = _bench.Refused("ListTagsForResource", $$"""{"ResourceArn":"{{arn}}x"}""");
        Assert.Equal("ResourceNotFoundException", error.Code);
        Assert.Equal(arn + "x", error.Members["ResourceName"]!.GetValue<string>());
    }

    public void Dispose() => _bench.Dispose();

    private string Create(string name, string rules, string more = "") =>
        _bench.Call("CreateCostCategoryDefinition", Definition(name, rules, more))["CostCategoryArn"]!.GetValue<string>();

    private static string Definition(string name, string rules, string more) =>
        $$"""{"Name":"{{name}}",{{more}}"RuleVersion":"CostCategoryExpression.v1","Rules":[{{rules}}]}""";

    private static string Arn(string arn) => $$"""{"CostCategoryArn":"{{arn}}"}""";

    private Dictionary<string, decimal> Groups(string type, string key)
    {
        var output = _bench.Call("GetCostAndUsage", $$"""
            {{{Period}},"Granularity":"MONTHLY","Metrics":["UnblendedCost"],"GroupBy":[{"Type":"{{type}}","Key":"{{key}}"}]}
            """);
        return output["ResultsByTime"]![0]!["Groups"]!.AsArray()
            .ToDictionary(group => group!["Keys"]![0]!.GetValue<string>(), group => Amount(group!["Metrics"]!));
    }

    private decimal Total(string filter) => Amount(_bench.Call("GetCostAndUsage", $$"""
        {{{Period}},"Granularity":"MONTHLY","Metrics":["UnblendedCost"],"Filter":{{filter}}}
        """)["ResultsByTime"]![0]!["Total"]!);

    private static decimal Amount(JsonNode metrics) =>
        decimal.Parse(metrics["UnblendedCost"]!["Amount"]!.GetValue<string>(), CultureInfo.InvariantCulture);
}
