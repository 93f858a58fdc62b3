using FinOps.Core.Inventory.Counting;
using FinOps.Core.Inventory.Fixes;
using FinOps.Core.Inventory.Spending;
using FinOps.Core.Tagging;

namespace FinOps.Functions.TagInventory;

/// <summary>Counts and clusters as the report shows them: the largest first, and said how much is left out.</summary>
internal static class InventoryReportBuilder
{
    private const int MostKeys = 500;
    private const int MostValues = 100;

    public static InventoryTotals Totals(TagCounts counts) =>
        new(counts.Resources, counts.Untagged, counts.Tags, counts.DistinctKeys, counts.UnlistedTags, Math.Max(0, counts.Keys.Count - MostKeys));

    public static IReadOnlyList<KeyRow> Keys(TagCounts counts, TagStandard standard, TagSpend? spend) =>
    [
        .. counts.Keys.OrderByDescending(key => standard.Key(key.Key) is not null).ThenByDescending(key => key.Resources).Take(MostKeys)
            .OrderByDescending(key => key.Resources).ThenBy(key => key.Key, StringComparer.Ordinal)
            .Select(key => new KeyRow(
                key.Key, key.Resources, standard.Key(key.Key) is not null, TagLimits.IsReserved(key.Key), key.Accounts.Count, key.Regions.Count, key.Types.Count, key.DistinctValues,
                [.. key.Values.Take(MostValues).Select(value => new ValueRow(
                    value.Value, value.Resources, value.Accounts, value.Regions, value.Types, standard.Key(key.Key)?.IsAllowed(value.Value), spend?.Of(key.Key, value.Value), value.Example))],
                key.DistinctValues - Math.Min(MostValues, key.Values.Count),
                key.UnlistedResources + key.Values.Skip(MostValues).Sum(value => value.Resources),
                spend?.Of(key.Key),
                key.Examples)),
    ];

    public static IReadOnlyList<ValueClusters> Ordered(IReadOnlyList<ValueClusters> values) =>
        [.. values.OrderByDescending(key => key.Clusters.Sum(cluster => cluster.ToChange)).ThenBy(key => key.Key, StringComparer.Ordinal)];
}
