using FinOps.Functions.Delivery;
using FinOps.Functions.TagInventory;

namespace FinOps.Functions.Lambda;

/// <summary>What an invocation answers.</summary>
/// <param name="Report">s3:// addresses of the files, the page first and the fixes last.</param>
/// <param name="FixHash">By which the fixes are approved.</param>
/// <param name="NeverTagged">Null when nobody could say.</param>
/// <param name="CostUsd">What the Cost Explorer requests cost.</param>
internal sealed record TagInventoryResult(
    IReadOnlyList<string> Report, string? MailMessageId, int Resources, int Untagged, int? NeverTagged, long Keys, int KeyClusters, int ValueClusters,
    int TagsToChange, int TagsForAPerson, string FixHash, int CostExplorerRequests, decimal CostUsd, IReadOnlyList<string> NotSeen)
{
    public static TagInventoryResult Of(TagInventoryReport report, Delivered delivered) => new(
        delivered.Files, delivered.MailMessageId, report.Totals.Resources, report.Totals.Untagged, report.NeverTagged?.Resources, report.Totals.DistinctKeys,
        report.KeyClusters.Count, report.ValueClusters.Sum(key => key.Clusters.Count), report.Fixes.Tags, report.Fixes.Refused, report.Fixes.Hash,
        report.Cost.CostExplorerRequests, report.Cost.Price.Amount, [.. report.NotSeen.Select(spot => $"{spot.What}: {spot.Why}")]);
}
