namespace FinOps.LocalAws.Tests.CostExplorer;

public sealed class ExpressionValidationTests : IDisposable
{
    private readonly CostExplorerBench _bench = new();

    [Theory]
    [InlineData("""{}""", "Expression has zero roots. Only one root operator is allowed for each expression: And, Or, Not, Dimensions, Tags, CostCategories")]
    [InlineData(
        """{"Dimensions":{"Key":"SERVICE","Values":["x"]},"Tags":{"Key":"Team","Values":["x"]}}""",
        "Expression has more than one roots. Only one root operator is allowed for each expression: And, Or, Not, Dimensions, Tags, CostCategories")]
    [InlineData("""{"And":[{"Dimensions":{"Key":"SERVICE","Values":["x"]}}]}""", "And expression must have at least 2 operands")]
    [InlineData("""{"Or":[]}""", "Or expression must have at least 2 operands")]
    [InlineData("""{"Not":{"Or":[{},{}]}}""", "Expression has zero roots")]
    [InlineData("""{"Dimensions":{"Key":"RESOURCE_ID","Values":["x"]}}""", "Dimension RESOURCE_ID is not allowed.")]
    [InlineData("""{"Dimensions":{"Key":"CHARGE_TYPE","Values":["x"]}}""", "Dimension CHARGE_TYPE is not allowed.")]
    [InlineData("""{"Dimensions":{"Key":"SERVICE","MatchOptions":["ABSENT"]}}""", "Match option ABSENT is not supported for dimension SERVICE")]
    [InlineData("""{"Dimensions":{"Key":"SERVICE","Values":["x"],"MatchOptions":["CONTAINS"]}}""", "Match option CONTAINS is not supported")]
    [InlineData("""{"Dimensions":{"Key":"SERVICE"}}""", "Values are required for dimension SERVICE.")]
    [InlineData("""{"Tags":{"Key":"Team"}}""", "Values are required for Tags key Team unless the match option is ABSENT.")]
    [InlineData("""{"Tags":{"Key":"Team","Values":["x"],"MatchOptions":["ABSENT"]}}""", "Values are not allowed for Tags key Team")]
    [InlineData("""{"Tags":{"Values":["x"]}}""", "Value null at 'key' failed to satisfy constraint: Member must not be null")]
    public void GetCostAndUsage_BadFilter_IsRefusedWithTheReason(string filter, string message)
    {
        var error = _bench.Refused("GetCostAndUsage", Request("MONTHLY", filter: filter));

        Assert.Equal("ValidationException", error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-01", "2026-10-01", "MONTHLY", "Start date (and hour) should be before end date (and hour)")]
    [InlineData("2026-11-01", "2026-12-02", "DAILY", "end date past the beginning of next month")]
    [InlineData("2025-09-20", "2026-10-01", "MONTHLY", "You haven't enabled historical data beyond 14 months.")]
    [InlineData("2026/10/01", "2026-11-01", "MONTHLY", "is not a date")]
    public void GetCostAndUsage_BadTime_IsRefused(string start, string end, string granularity, string message)
    {
        var error = _bench.Refused("GetCostAndUsage", Request(granularity, start, end));

        Assert.Equal("ValidationException", error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GetCostAndUsage_Hours_NeedTheOptIn() =>
        Assert.Equal("DataUnavailableException", _bench.Refused("GetCostAndUsage", Request("HOURLY")).Code);

    [Theory]
    [InlineData("""[{"Type":"DIMENSION","Key":"RESOURCE_ID"}]""", "Dimension RESOURCE_ID not valid. Valid values are AZ,")]
    [InlineData("""[{"Type":"SERVICE","Key":"SERVICE"}]""", "Member must satisfy enum value set: [DIMENSION, TAG, COST_CATEGORY]")]
    [InlineData("""[{"Type":"TAG","Key":"a"},{"Type":"TAG","Key":"b"},{"Type":"TAG","Key":"c"}]""", "Maximum number of groups")]
    [InlineData("""[{"Type":"TAG","Key":"a"},{"Type":"TAG","Key":"a"}]""", "given twice")]
    public void GetCostAndUsage_BadGrouping_IsRefused(string groupBy, string message) =>
        Assert.Contains(message, _bench.Refused("GetCostAndUsage", Request("MONTHLY", groupBy: groupBy)).Message, StringComparison.Ordinal);

    [Fact]
    public void GetCostAndUsage_NothingGiven_ListsEveryMissingMember()
    {
        var error = _bench.Refused("GetCostAndUsage", "{}");

        Assert.Equal("ValidationException", error.Code);
        Assert.Equal("Message", error.MessageMember);
        Assert.StartsWith("3 validation errors detected: ", error.Message, StringComparison.Ordinal);
        Assert.All(["'granularity'", "'metrics'", "'timePeriod'"], member => Assert.Contains(member, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void GetCostAndUsage_UnknownMetric_IsRefused() => Assert.Contains(
        "Metric Price is not valid", _bench.Refused("GetCostAndUsage", Request("MONTHLY").Replace("UnblendedCost", "Price", StringComparison.Ordinal)).Message, StringComparison.Ordinal);

    [Fact]
    public void AnyOperation_Unknown_IsRefused() => Assert.Equal("UnknownOperationException", _bench.Refused("GetMoney", "{}").Code);

    public void Dispose() => _bench.Dispose();

    private static string Request(string granularity, string start = "2026-10-01", string end = "2026-11-01", string? filter = null, string groupBy = "[]") =>
        $$"""
        {"TimePeriod":{"Start":"{{start}}","End":"{{end}}"},"Granularity":"{{granularity}}","Metrics":["UnblendedCost"],"GroupBy":{{groupBy}}{{(filter is null ? "" : ",\"Filter\":" + filter)}}}
        """;
}
