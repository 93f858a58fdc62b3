using System.Text.Json;
using FinOps.Functions.Costs;
using FinOps.Functions.Costs.Rendering;
using FinOps.Functions.Delivery;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Lambda;

/// <summary>What an invocation answers.</summary>
/// <param name="Report">s3:// addresses of the files, the page first.</param>
/// <param name="CostUsd">What the Cost Explorer requests cost.</param>
/// <param name="NotSeen">What the report could not see, and why.</param>
public sealed record CostAnalyzerResult(
    IReadOnlyList<string> Report,
    CostAnalyzerKpis Kpis,
    int CostExplorerRequests,
    decimal CostUsd,
    string? MailMessageId,
    IReadOnlyList<string> DeliveredTo,
    IReadOnlyList<string> NotSeen)
{
    /// <exception cref="JsonException">The payload is not the answer of a cost-analyzer.</exception>
    public static CostAnalyzerResult Parse(string payload) =>
        JsonSerializer.Deserialize(payload, LambdaJson.Default.CostAnalyzerResult) ?? throw new JsonException("the payload is null");

    internal static CostAnalyzerResult Of(CostReport report, Delivered delivered) => new(
        delivered.Files,
        CostAnalyzerKpis.Of(report),
        report.Cost.CostExplorerRequests,
        report.Cost.Price.Amount,
        delivered.MailMessageId,
        delivered.MailedTo,
        [.. report.NotSeen.Select(spot => $"{spot.What}: {spot.Why}")]);
}

/// <summary>The headline numbers, month to date, in the report's currency.</summary>
/// <param name="AllocatedShare">0 to 1; null when nothing was spent.</param>
/// <param name="Bill">Null when it did not come in time; so with the unallocated cost.</param>
/// <param name="MonthEndEstimate">Null when the month is over, or the history too short for a forecast.</param>
/// <param name="ForecastError">Weighted absolute error of the same forecast on past month ends, 0.05 being 5 %.</param>
/// <param name="Actions">What the weekly review should decide, in words.</param>
/// <param name="Drivers">The accounts and services that hold most of the unallocated cost, in words.</param>
/// <param name="TopMovers">The largest changes between the last two complete weeks, in words.</param>
public sealed record CostAnalyzerKpis(
    string Month,
    string Currency,
    decimal? Bill,
    decimal Usage,
    decimal? AllocatedShare,
    decimal? Unallocated,
    IReadOnlyList<string> Drivers,
    IReadOnlyList<string> TopMovers,
    decimal? MonthEndEstimate,
    decimal? ForecastError,
    IReadOnlyList<string> Actions)
{
    private const int MostDrivers = 3;
    private const int MostMovers = 5;

    internal static CostAnalyzerKpis Of(CostReport report)
    {
        var analysis = report.Analysis;
        return new CostAnalyzerKpis(
            analysis.Periods.Month.ToString(),
            analysis.Currency,
            analysis.BillTotal?.Amount,
            analysis.UsageTotal.Amount,
            analysis.Allocation.Share,
            analysis.KnowsOwners ? analysis.Allocation.Unallocated.Amount : null,
            [.. analysis.Allocation.Accounts.Take(MostDrivers).Concat(analysis.Allocation.Services.Take(MostDrivers))
                .Select(driver => $"{driver.Label}: {Figures.Money(driver.Unallocated)}")],
            [.. analysis.OwnerMovers.Concat(analysis.ServiceMovers).OrderByDescending(mover => mover.Change.Abs()).Take(MostMovers)
                .Select(mover => $"{mover.Label}: {Figures.Change(mover.Change)}")],
            analysis.Forecast.Forecast?.Amount.Amount,
            analysis.Forecast.Forecast?.Wape,
            [.. analysis.Review.Actions.Select(action => $"{CostWords.Action(action)}: {Figures.Money(action.Stake)}, due {Figures.Day(action.Due)}")]);
    }
}
