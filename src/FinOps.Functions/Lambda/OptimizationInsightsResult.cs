using FinOps.Functions.Delivery;
using FinOps.Functions.Optimization;

namespace FinOps.Functions.Lambda;

/// <summary>What an invocation answers.</summary>
/// <param name="Report">s3:// addresses of the files, the page first.</param>
/// <param name="UsageSaving">A month, by using less, in <paramref name="Currency"/>.</param>
/// <param name="PurchaseSaving">A month, by committing; never to be added to the other.</param>
/// <param name="Sources">What each source did.</param>
/// <param name="CostUsd">What the Cost Explorer requests cost.</param>
internal sealed record OptimizationInsightsResult(
    IReadOnlyList<string> Report, decimal UsageSaving, int Opportunities, decimal PurchaseSaving, string Currency, decimal? Realised, IReadOnlyDictionary<string, string> Sources,
    int CostExplorerRequests, decimal CostUsd, string? MailMessageId, IReadOnlyList<string> DeliveredTo, IReadOnlyList<string> NotSeen)
{
    public static OptimizationInsightsResult Of(OptimizationReport report, Delivered delivered) => new(
        delivered.Files, report.Analysis.UsageTotal.Amount, report.Analysis.Usage.Count, report.Analysis.PurchaseTotal.Amount, report.Analysis.Currency,
        report.Ledger?.Realised(report.Analysis.Currency).Amount, report.Sources.ToDictionary(source => source.Source.ToString(), source => source.State),
        report.Cost.CostExplorerRequests, report.Cost.Price.Amount, delivered.MailMessageId, delivered.MailedTo, [.. report.NotSeen.Select(spot => $"{spot.What}: {spot.Why}")]);
}
