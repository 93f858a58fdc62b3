using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.Core.Costs.Rows;

namespace FinOps.LocalAws.Tests.CostExplorer;

/// <summary>Makes valid GetCostAndUsage requests at random, repeatable by seed.</summary>
internal sealed class RandomQueries(int seed, CostTable table)
{
    private static readonly string[] Dimensions = ["SERVICE", "REGION", "LINKED_ACCOUNT", "RECORD_TYPE", "USAGE_TYPE", "INSTANCE_TYPE", "PURCHASE_TYPE", "OPERATION"];
    private static readonly string[] Tags = ["Team", "Environment", "CostCenter", "Owner", "team", "Nobody"];
    private static readonly string[] Metrics =
        ["UnblendedCost", "BlendedCost", "AmortizedCost", "NetUnblendedCost", "NetAmortizedCost", "UsageQuantity", "NormalizedUsageAmount"];

    private readonly Random _random = new(seed);

    public JsonObject Next()
    {
        var start = table.Days.Start.AddDays(31 + _random.Next(table.Days.Days - 40));
        var end = start.AddDays(1 + _random.Next(70));
        var latest = new DateOnly(2026, 12, 1);
        var request = new JsonObject
        {
            ["TimePeriod"] = new JsonObject { ["Start"] = Text(start), ["End"] = Text(end > latest ? latest : end) },
            ["Granularity"] = _random.Next(2) == 0 ? "DAILY" : "MONTHLY",
            ["Metrics"] = new JsonArray([.. Some(Metrics, 1 + _random.Next(3)).Select(metric => JsonValue.Create(metric))]),
            ["GroupBy"] = new JsonArray([.. Some([.. Dimensions.Select(key => ("DIMENSION", key)), .. Tags.Select(key => ("TAG", key))], _random.Next(3))
                .Select(grouping => new JsonObject { ["Type"] = grouping.Item1, ["Key"] = grouping.Item2 })]),
        };
        if (_random.Next(4) > 0)
            request["Filter"] = Expression(depth: 0);
        return request;
    }

    private JsonObject Expression(int depth) => (depth >= 3 ? 3 + _random.Next(3) : _random.Next(6)) switch
    {
        0 => new JsonObject { ["And"] = Operands(depth) },
        1 => new JsonObject { ["Or"] = Operands(depth) },
        2 => new JsonObject { ["Not"] = Expression(depth + 1) },
        3 => new JsonObject { ["Tags"] = new JsonObject { ["Key"] = Pick(Tags), ["MatchOptions"] = new JsonArray("ABSENT") } },
        4 => Leaf("Tags", Pick(Tags), item => item.Tags.Values.DefaultIfEmpty("")),
        _ => Pick(Dimensions) is var key ? Leaf("Dimensions", key, item => ValuesLike(item, key)) : throw new InvalidOperationException(),
    };

    private JsonArray Operands(int depth) => [.. Enumerable.Range(0, 2 + _random.Next(2)).Select(_ => Expression(depth + 1))];

    private JsonObject Leaf(string kind, string key, Func<CostLineItem, IEnumerable<string>> valuesOf) => new()
    {
        [kind] = new JsonObject
        {
            ["Key"] = key,
            ["Values"] = new JsonArray([.. Enumerable.Range(0, 1 + _random.Next(4))
                .Select(_ => JsonValue.Create(Pick([.. valuesOf(Pick(table.Series).Item)])))]),
        },
    };

    private static IEnumerable<string> ValuesLike(CostLineItem item, string key) =>
    [
        key switch
        {
            "SERVICE" => item.Service,
            "REGION" => item.Region.Length > 0 ? item.Region : "NoRegion",
            "LINKED_ACCOUNT" => item.AccountId,
            "RECORD_TYPE" => item.RecordType,
            "USAGE_TYPE" => item.UsageType.Length > 0 ? item.UsageType : "NoUsageType",
            "INSTANCE_TYPE" => item.InstanceType.Length > 0 ? item.InstanceType : "NoInstanceType",
            "PURCHASE_TYPE" => item.PurchaseType,
            _ => item.Operation,
        },
    ];

    private IEnumerable<T> Some<T>(T[] all, int count)
    {
        var copy = all.ToArray();
        _random.Shuffle(copy);
        return copy.Take(count);
    }

    private T Pick<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
