using FinOps.Core.Costs.Analysis;
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
            new("Bill", Figures.Money(analysis.BillTotal),
                $"Sum of UnblendedCost over all charge types (credits, refunds and tax included), {Figures.Days(periods.Current)}; Cost Explorer grouped by REGION and RECORD_TYPE."),
            new("Usage", Figures.Money(analysis.UsageTotal),
                $"Sum of AmortizedCost over the charge types {usage}, {Figures.Days(periods.Current)}; Cost Explorer grouped by TAG {allocation.TagKey} and SERVICE."),
            new("Allocated", Figures.Percent(allocation.Share),
                $"Usage whose {allocation.TagKey} tag has a value that the tag standard allows ({Figures.Money(allocation.Allocated)}), divided by usage. A misspelt value is not allocated."),
            new("Unallocated", Figures.Money(allocation.Unallocated),
                $"Usage minus allocated: {Figures.Money(allocation.Missing)} without the tag, {Figures.Money(allocation.Invalid)} with a value that is not allowed. Drivers are the accounts and services that hold it, largest first, with the running share."),
            new("Movers", $"{analysis.OwnerMovers.Count + analysis.ServiceMovers.Count + analysis.AccountMovers.Count}",
                $"Usage of {Figures.Days(periods.RecentWeek)} against {Figures.Days(periods.WeekBefore)}; the last {ReportPeriods.UnsettledDays} days are left out because AWS still corrects them. Shown when the change is at least {Figures.Money(new(analysis.Gates.Amount, analysis.Currency))} and {Figures.Percent(analysis.Gates.Ratio)}."),
            new("Same days last month", Figures.Money(analysis.Bill.Total.SameDaysBefore),
                $"{Figures.Days(periods.CurrentComparable)} against {Figures.Days(periods.SameDaysBefore)}: the same number of days from the first of each month."),
        ];
        if (analysis.Estimate is { } estimate)
        {
            notes.Add(new(
                "Month-end estimate",
                Figures.Money(estimate.Amount),
                $"Run rate: usage of the settled days ({Figures.Money(estimate.Settled)}) plus {Figures.Count(estimate.RemainingDays, "day")} at {Figures.Money(estimate.DailyRate)}, the average of {Figures.Days(periods.RecentWeek)}. The range takes the cheapest and the dearest of those days instead."
                + (estimate.ErrorLastMonth is { } error ? $" A month ago the same method was off by {Figures.SignedPercent(error)}." : "")));
        }

        return notes;
    }
}
