using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.Core.Costs.Rows;
using FinOps.Core.Organization.Synthetic;

namespace FinOps.LocalAws.Tests.CostExplorer;

public sealed class CostAndUsageOracleTests : IDisposable
{
    private static readonly string[] Active = ["Team", "Environment", "CostCenter"];

    // Small, because the oracle walks every row for every query.
    private static readonly SyntheticOrganization Organization = SyntheticOrganization.Create(
        new SyntheticOrganizationOptions { Accounts = 9, Months = 5, AsOf = CostExplorerBench.Today });

    private readonly CostExplorerBench _bench = new(pageSize: 150, Organization);

    public CostAndUsageOracleTests() => _bench.Activate(Active);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void GetCostAndUsage_RandomQueries_EqualTheNaiveSumOverAllPages(int seed)
    {
        var queries = new RandomQueries(seed, _bench.Organization.Costs);
        List<CostRow> rows = [.. _bench.Organization.Costs.Rows()];
        var seenPages = 0;
        for (var i = 0; i < 60; i++)
        {
            var request = queries.Next();
            var told = request.ToJsonString();
            var expected = NaiveCostExplorer.Answer(rows, request, Active.ToHashSet());

            var actual = Flatten(_bench.CallAllPages(request, out var pages));

            seenPages = Math.Max(seenPages, pages);
            if (request["GroupBy"]!.AsArray().Count == 0)
                Assert.All(actual, sum => Assert.True(expected.GetValueOrDefault(sum.Key) == sum.Value, told));
            else
                Assert.True(expected.Count == actual.Count && expected.All(sum => actual.TryGetValue(sum.Key, out var value) && value == sum.Value), told);
        }
        Assert.True(seenPages > 1, "no query had more than one page");
    }

    public void Dispose() => _bench.Dispose();

    private static Dictionary<(string, string, string), decimal> Flatten(JsonObject output)
    {
        var sums = new Dictionary<(string, string, string), decimal>();
        foreach (var result in output["ResultsByTime"]!.AsArray())
        {
            var start = result!["TimePeriod"]!["Start"]!.GetValue<string>();
            Add(start, "", result["Total"]!.AsObject());
            foreach (var group in result["Groups"]!.AsArray())
                Add(start, string.Join('|', group!["Keys"]!.AsArray().Select(key => key!.GetValue<string>())), group["Metrics"]!.AsObject());
        }
        return sums;

        void Add(string start, string keys, JsonObject metrics)
        {
            foreach (var (metric, value) in metrics)
                sums.Add((start, keys, metric), decimal.Parse(value!["Amount"]!.GetValue<string>(), CultureInfo.InvariantCulture));
        }
    }
}
