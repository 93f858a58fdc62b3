using System.Globalization;
using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Tests.CostExplorer;

public sealed class CostAndUsageTests : IDisposable
{
    private readonly CostExplorerBench _bench = new();

    [Theory]
    [InlineData("DIMENSION", "SERVICE")]
    [InlineData("DIMENSION", "REGION")]
    [InlineData("DIMENSION", "LINKED_ACCOUNT")]
    [InlineData("DIMENSION", "RECORD_TYPE")]
    [InlineData("DIMENSION", "USAGE_TYPE")]
    [InlineData("DIMENSION", "AZ")]
    [InlineData("DIMENSION", "LEGAL_ENTITY_NAME")]
    [InlineData("DIMENSION", "DATABASE_ENGINE")]
    [InlineData("TAG", "Team")]
    [InlineData("TAG", "Project")]
    [InlineData("COST_CATEGORY", "Team")]
    public void GetCostAndUsage_AnyGrouping_AddsUpToTheTotal(string type, string key)
    {
        _bench.Activate("Team");
        CreateTeamCategory();

        var total = Amount(Query()["ResultsByTime"]![0]!["Total"]!);
        var groups = Query(type, key)["ResultsByTime"]![0]!["Groups"]!.AsArray();

        Assert.NotEmpty(groups);
        Assert.Equal(total, groups.Sum(group => Amount(group!["Metrics"]!)));
    }

    [Fact]
    public void GetCostAndUsage_Grouped_HasEmptyTotalAndNamesOfAccounts()
    {
        var output = Query("DIMENSION", "LINKED_ACCOUNT");

        Assert.Empty(output["ResultsByTime"]![0]!["Total"]!.AsObject());
        var attributes = output["DimensionValueAttributes"]!.AsArray();
        Assert.Contains(attributes, entry => entry!["Value"]!.GetValue<string>() == _bench.Payer
            && entry["Attributes"]!["description"]!.GetValue<string>() == "management");
    }

    [Fact]
    public void GetCostAndUsage_InactiveTag_IsInvisible()
    {
        var before = Query("TAG", "Team")["ResultsByTime"]![0]!["Groups"]!.AsArray();
        _bench.Activate("Team");
        var after = Query("TAG", "Team")["ResultsByTime"]![0]!["Groups"]!.AsArray();

        Assert.Equal("Team$", Assert.Single(before)!["Keys"]![0]!.GetValue<string>());
        var keys = after.Select(group => group!["Keys"]![0]!.GetValue<string>()).ToList();
        Assert.Contains("Team$payments", keys);
        Assert.Contains("Team$", keys);
    }

    [Fact]
    public void GetCostAndUsage_CurrentMonth_IsEstimatedAndFutureDaysAreZero()
    {
        var output = _bench.Call("GetCostAndUsage", """
            {"TimePeriod":{"Start":"2026-11-15","End":"2026-12-01"},"Granularity":"DAILY","Metrics":["UNBLENDED_COST"]}
            """);

        var results = output["ResultsByTime"]!.AsArray();
        Assert.Equal(16, results.Count);
        Assert.Equal(
            Enumerable.Range(15, 16).Select(day => day >= 19),
            results.Select(result => result!["Estimated"]!.GetValue<bool>()));
        Assert.NotEqual("0", results[5]!["Total"]!["UnblendedCost"]!["Amount"]!.GetValue<string>());
        Assert.Equal("0", results[6]!["Total"]!["UnblendedCost"]!["Amount"]!.GetValue<string>());
        Assert.Equal("USD", results[6]!["Total"]!["UnblendedCost"]!["Unit"]!.GetValue<string>());
    }

    [Fact]
    public void GetCostAndUsage_PageTokenOfAnotherRequest_IsRefused()
    {
        using var bench = new CostExplorerBench(pageSize: 3);
        var request = Request("DIMENSION", "SERVICE");
        var token = bench.Call("GetCostAndUsage", request)["NextPageToken"]!.GetValue<string>();

        request["NextPageToken"] = token[..^4] + "AAA=";
        Assert.Equal("InvalidNextTokenException", bench.Refused("GetCostAndUsage", request.ToJsonString()).Code);
        request["NextPageToken"] = "nonsense";
        Assert.Equal("InvalidNextTokenException", bench.Refused("GetCostAndUsage", request.ToJsonString()).Code);
        request["NextPageToken"] = token;
        request["Granularity"] = "DAILY";
        Assert.Equal("RequestChangedException", bench.Refused("GetCostAndUsage", request.ToJsonString()).Code);
    }

    [Fact]
    public void GetCostAndUsage_MemberAccount_SeesItsOwnCostsOnly()
    {
        var member = _bench.Organization.Accounts[5].Id;

        var output = _bench.Call("GetCostAndUsage", Request("DIMENSION", "LINKED_ACCOUNT"), member);

        var group = Assert.Single(output["ResultsByTime"]![0]!["Groups"]!.AsArray());
        Assert.Equal(member, group!["Keys"]![0]!.GetValue<string>());
    }

    [Fact]
    public void GetCostAndUsage_CategoryBeforeItsStart_HasNoValue()
    {
        _bench.Activate("Team");
        _bench.Call("CreateCostCategoryDefinition", """
            {"Name":"Late","RuleVersion":"CostCategoryExpression.v1","EffectiveStart":"2026-10-01T00:00:00Z","DefaultValue":"other",
             "Rules":[{"Type":"INHERITED_VALUE","InheritedValue":{"DimensionName":"LINKED_ACCOUNT_NAME"}}]}
            """);

        var output = _bench.Call("GetCostAndUsage", """
            {"TimePeriod":{"Start":"2026-09-15","End":"2026-10-15"},"Granularity":"MONTHLY","Metrics":["UnblendedCost"],"GroupBy":[{"Type":"COST_CATEGORY","Key":"Late"}]}
            """);

        var results = output["ResultsByTime"]!.AsArray();
        Assert.Equal("Late$", Assert.Single(results[0]!["Groups"]!.AsArray())!["Keys"]![0]!.GetValue<string>());
        Assert.Contains(results[1]!["Groups"]!.AsArray(), group => group!["Keys"]![0]!.GetValue<string>() == "Late$management");
    }

    public void Dispose() => _bench.Dispose();

    private void CreateTeamCategory() => _bench.Call("CreateCostCategoryDefinition", """
        {"Name":"Team","RuleVersion":"CostCategoryExpression.v1","EffectiveStart":"2025-12-01T00:00:00Z","DefaultValue":"unallocated",
         "Rules":[{"Value":"payments","Type":"REGULAR","Rule":{"Tags":{"Key":"Team","Values":["payments","paymets"]}}},
                  {"Type":"INHERITED_VALUE","InheritedValue":{"DimensionName":"TAG","DimensionKey":"Team"}}]}
        """);

    private JsonObject Query(string? type = null, string? key = null) => _bench.Call("GetCostAndUsage", Request(type, key));

    private static JsonObject Request(string? type, string? key)
    {
        var request = JsonNode.Parse("""
            {"TimePeriod":{"Start":"2026-10-01","End":"2026-11-01"},"Granularity":"MONTHLY","Metrics":["UnblendedCost"]}
            """)!.AsObject();
        if (type is not null)
            request["GroupBy"] = new JsonArray(new JsonObject { ["Type"] = type, ["Key"] = key });
        return request;
    }

    private static decimal Amount(JsonNode metrics) =>
        decimal.Parse(metrics["UnblendedCost"]!["Amount"]!.GetValue<string>(), CultureInfo.InvariantCulture);
}
