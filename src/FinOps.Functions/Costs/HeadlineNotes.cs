using FinOps.Core.Costs.Analysis;
using FinOps.Core.Costs.Anomalies;
using FinOps.Functions.Costs.Rendering;
using FinOps.Functions.Rendering;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Costs;

internal static class HeadlineNotes
{
    public static IReadOnlyList<HeadlineNote> For(CostReport report)
    {
        var analysis = report.Analysis;
        var periods = analysis.Periods;
        var allocation = analysis.Allocation;
        var usage = string.Join(", ", ResourceUsage.ChargeTypes);
        List<HeadlineNote> notes =
        [
            new("Bill", Figures.Known(analysis.BillTotal),
                $"Sum of UnblendedCost over all charge types (credits, refunds and tax included), {Figures.Days(periods.Current)}; Cost Explorer grouped by REGION and RECORD_TYPE."),
            new("Usage", Figures.Money(analysis.UsageTotal),
                $"Sum of AmortizedCost over the charge types {usage}, {Figures.Days(periods.Current)}; Cost Explorer grouped by TAG {allocation.TagKey} and SERVICE."),
            new("Allocated", Figures.Percent(allocation.Share),
                $"Usage whose {allocation.TagKey} tag has a value that the tag standard allows ({Figures.Money(allocation.Allocated)}), divided by usage. A misspelt value is not allocated."),
            new("Unallocated", Figures.Money(allocation.Unallocated),
                $"Usage minus allocated: {Figures.Money(allocation.Missing)} without the tag, {Figures.Money(allocation.Invalid)} with a value that is not allowed. Drivers are the accounts and services that hold it, largest first, with the running share."),
            new("Movers", $"{analysis.WeekMovers().Count()}",
                $"Usage of {Figures.Days(periods.RecentWeek)} against {Figures.Days(periods.WeekBefore)}; the last {ReportPeriods.UnsettledDays} days are left out because AWS still corrects them. Shown when the change is at least {Figures.Money(new(analysis.Gates.Amount, analysis.Currency))} and {Figures.Percent(analysis.Gates.Ratio)}."),
            new("Same days last month", Figures.Money(analysis.Bill.Total.SameDaysBefore),
                $"{Figures.Days(periods.CurrentComparable)} against {Figures.Days(periods.SameDaysBefore)}: the same number of days from the first of each month."),
        ];
        if (analysis.Forecast.Forecast is { } forecast)
        {
            notes.Add(new(
                "Month-end forecast",
                Figures.Money(forecast.Amount),
                $"Usage of the settled days ({Figures.Money(forecast.Settled)}) plus {Figures.Count(forecast.Days.Count, "day")} to come. {CostWords.Method(forecast)} The interval multiplies the rest with the tenth and the ninetieth percentile of actual / forecast in {Figures.Count(forecast.Residuals, "earlier forecast")} of {Figures.Count(forecast.ResidualDays, "day")}."));
        }

        notes.Add(new("Unusual costs", $"{analysis.Anomalies.Items.Count}",
            $"Owner and service, each of {Figures.Days(analysis.Periods.Watched)} against the median of its weekday in the {DailyDetector.BaselineDays} days before, when it is at least four robust deviations above (median deviation times 1.4826); joined with what AWS saw on the same service, account and days. The gates are those of the movers."));
        notes.Add(new("Requests", $"{report.Cost.CostExplorerRequests}",
            $"{RunCost.LeastCostExplorerRequests} questions for any number of accounts, one more for each further key or category{(analysis.AwsForecast is null ? "" : ", one for AWS's forecast")}; each page of an answer counts. What AWS saw as anomalies is asked of Cost Anomaly Detection, which has no price."));
        return notes;
    }
}
