using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Tests.CostExplorer;

public sealed class DimensionValueTests : IDisposable
{
    private readonly CostExplorerBench _bench = new();

    [Fact]
    public void GetDimensionValues_Accounts_CarryTheirNames()
    {
        var output = Get("LINKED_ACCOUNT", "");

        var first = output["DimensionValues"]!.AsArray().Single(value => value!["Value"]!.GetValue<string>() == _bench.Payer)!;
        Assert.Equal("management", first["Attributes"]!["description"]!.GetValue<string>());
        Assert.Equal(output["TotalSize"]!.GetValue<int>(), output["ReturnSize"]!.GetValue<int>());
    }

    [Fact]
    public void GetDimensionValues_SortedByCost_HasTheDearestFirst()
    {
        var values = Values(Get("SERVICE", ""","SortBy":[{"Key":"UnblendedCost","SortOrder":"DESCENDING"}]"""));

        Assert.Equal("Amazon Elastic Compute Cloud - Compute", values[0]);
        Assert.Equal(values.Order(StringComparer.Ordinal), Values(Get("SERVICE", "")));
    }

    [Fact]
    public void GetDimensionValues_SearchFilterAndPages_TellAllThatFit()
    {
        const string More = ""","SearchString":"amazon","Filter":{"Dimensions":{"Key":"RECORD_TYPE","Values":["Usage"]}},"MaxResults":2 """;
        var input = JsonNode.Parse(Input("SERVICE", More))!.AsObject();
        var values = new List<string>();
        do
        {
            var output = _bench.Call("GetDimensionValues", input);
            Assert.InRange(output["ReturnSize"]!.GetValue<int>(), 1, 2);
            values.AddRange(Values(output));
            input["NextPageToken"] = output["NextPageToken"]?.DeepClone();
        }
        while (input["NextPageToken"] is not null);

        Assert.Equal(values.Distinct(), values);
        Assert.All(values, value => Assert.Contains("amazon", value, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("AmazonCloudWatch", values);
    }

    [Fact]
    public void GetDimensionValues_ResourceIds_AreNotAllowed() =>
        Assert.Contains("RESOURCE_ID is not allowed", _bench.Refused("GetDimensionValues", Input("RESOURCE_ID", "")).Message, StringComparison.Ordinal);

    public void Dispose() => _bench.Dispose();

    private JsonObject Get(string dimension, string more) => _bench.Call("GetDimensionValues", Input(dimension, more));

    private static string Input(string dimension, string more) =>
        $$"""{"TimePeriod":{"Start":"2026-10-01","End":"2026-11-01"},"Dimension":"{{dimension}}"{{more}}}""";

    private static List<string> Values(JsonObject output) =>
        [.. output["DimensionValues"]!.AsArray().Select(value => value!["Value"]!.GetValue<string>())];
}
