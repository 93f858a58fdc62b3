using System.Globalization;
using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Tests.CostExplorer;

public sealed class ForecastTests : IDisposable
{
    private readonly CostExplorerBench _bench = new();

    [Fact]
    public void GetCostForecast_RestOfMonth_IsNearTheMonthBefore()
    {
        var forecast = _bench.Call("GetCostForecast", Request("2026-11-01", "2026-12-01", "MONTHLY"));
        var october = _bench.Call("GetCostAndUsage", """
            {"TimePeriod":{"Start":"2026-10-01","End":"2026-11-01"},"Granularity":"MONTHLY","Metrics":["UnblendedCost"]}
            """);

        var mean = Number(forecast["Total"]!["Amount"]!);
        var before = Number(october["ResultsByTime"]![0]!["Total"]!["UnblendedCost"]!["Amount"]!);

        Assert.InRange(mean / before, 0.9m, 1.1m);
    }

    [Fact]
    public void GetCostForecast_Days_AddUpAndLieWithinTheirBounds()
    {
        var forecast = _bench.Call("GetCostForecast", Request("2026-11-21", "2026-12-15", "DAILY"));

        var days = forecast["ForecastResultsByTime"]!.AsArray();
        Assert.Equal(24, days.Count);
        Assert.InRange(Number(forecast["Total"]!["Amount"]!) - days.Sum(day => Number(day!["MeanValue"]!)), -0.001m, 0.001m);
        Assert.All(days, day => Assert.InRange(
            Number(day!["MeanValue"]!), Number(day["PredictionIntervalLowerBound"]!), Number(day["PredictionIntervalUpperBound"]!)));
        var weekend = days.Where(day => day!["TimePeriod"]!["Start"]!.GetValue<string>() is "2026-11-22" or "2026-11-28").Average(day => Number(day!["MeanValue"]!));
        var firstOfMonth = days.Single(day => day!["TimePeriod"]!["Start"]!.GetValue<string>() == "2026-12-01");
        Assert.True(Number(firstOfMonth!["MeanValue"]!) > 2 * weekend, "tax and support are due on the first");
    }

    [Fact]
    public void GetCostForecast_HigherLevel_HasWiderBounds()
    {
        var narrow = Width(51);
        var wide = Width(99);

        Assert.InRange(wide / narrow, 3.6m, 3.9m);

        decimal Width(int level)
        {
            var day = _bench.Call("GetCostForecast", Request("2026-11-21", "2026-11-22", "DAILY", $",\"PredictionIntervalLevel\":{level}"))["ForecastResultsByTime"]![0]!;
            return Number(day["PredictionIntervalUpperBound"]!) - Number(day["MeanValue"]!);
        }
    }

    [Fact]
    public void GetCostForecast_NothingInHistory_HasNoData() => Assert.Equal("DataUnavailableException", _bench.Refused(
        "GetCostForecast", Request("2026-11-21", "2026-12-01", "DAILY", ""","Filter":{"Dimensions":{"Key":"SERVICE","Values":["Nothing"]}}""")).Code);

    [Theory]
    [InlineData("2026-11-22", "2026-12-01", "DAILY")]
    [InlineData("2026-11-01", "2026-11-21", "DAILY")]
    [InlineData("2026-11-21", "2027-02-22", "DAILY")]
    [InlineData("2026-11-21", "2028-06-01", "MONTHLY")]
    public void GetCostForecast_BadTime_IsRefused(string start, string end, string granularity) =>
        Assert.Equal("ValidationException", _bench.Refused("GetCostForecast", Request(start, end, granularity)).Code);

    [Fact]
    public void CostTotals_Month_EqualsTheQueryAndTheForecastIsMore()
    {
        var totals = new LocalAws.CostExplorer.CostTotals(_bench.State);
        var filter = new JsonObject { ["Dimensions"] = new JsonObject { ["Key"] = "LINKED_ACCOUNT", ["Values"] = new JsonArray(_bench.Organization.Accounts[5].Id) } };
        var (start, end) = (new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1));

        var actual = totals.Total(start, end, "UnblendedCost", filter);
        var queried = _bench.Call("GetCostAndUsage", new JsonObject
        {
            ["TimePeriod"] = new JsonObject { ["Start"] = "2026-11-01", ["End"] = "2026-12-01" },
            ["Granularity"] = "MONTHLY",
            ["Metrics"] = new JsonArray("UnblendedCost"),
            ["Filter"] = filter.DeepClone(),
        });

        Assert.Equal(Number(queried["ResultsByTime"]![0]!["Total"]!["UnblendedCost"]!["Amount"]!), actual);
        Assert.True(totals.Forecast(start, end, "UnblendedCost", filter) > actual);
    }

    public void Dispose() => _bench.Dispose();

    private static string Request(string start, string end, string granularity, string more = "") =>
        $$"""{"TimePeriod":{"Start":"{{start}}","End":"{{end}}"},"Granularity":"{{granularity}}","Metric":"UNBLENDED_COST"{{more}}}""";

    private static decimal Number(JsonNode text) => decimal.Parse(text.GetValue<string>(), CultureInfo.InvariantCulture);
}
