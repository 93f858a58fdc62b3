using FinOps.Core.Scheduling.Decisions;
using FinOps.Functions.Delivery;
using FinOps.Functions.Scheduling;
using FinOps.Functions.Scheduling.Switching;

namespace FinOps.Functions.Lambda;

/// <summary>What an invocation answers.</summary>
/// <param name="Report">s3:// addresses of the files, the page first.</param>
/// <param name="Applied">False for a dry run: then started and stopped are what would have been.</param>
/// <param name="Refused">The commands that AWS refused, and why.</param>
public sealed record NonprodSchedulerResult(
    IReadOnlyList<string> Report, bool Applied, int Resources, int Started, int Stopped, IReadOnlyList<string> Refused, decimal SavedSoFar, decimal SavedByEnded, string Currency, IReadOnlyList<string> NotSeen)
{
    private const int MostTold = 50;

    internal static NonprodSchedulerResult Of(SchedulerReport report, Delivered delivered) => new(
        delivered.Files,
        report.Applied,
        report.Rows.Count,
        report.Count(SwitchAction.Start),
        report.Count(SwitchAction.Stop),
        [.. report.Rows.Where(row => row.Result == SwitchResult.Refused).Take(MostTold).Select(row => $"{row.Arn}: {row.Error}")],
        report.SavedSoFar.Amount,
        report.SavedByEnded.Amount,
        report.Currency,
        [.. report.NotSeen.Select(spot => $"{spot.What}: {spot.Why}")]);
}
