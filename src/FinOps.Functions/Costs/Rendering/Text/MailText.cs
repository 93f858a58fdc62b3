using FinOps.Functions.Rendering;

namespace FinOps.Functions.Costs.Rendering;

/// <summary>The one-line texts of the mail. They hold figures and dates only, nothing that anybody can write into a tag or an account name.</summary>
internal static class MailText
{
    public static string Subject(CostReport report) =>
        $"Cost report {report.Analysis.Periods.Month}: {Figures.Known(report.Analysis.BillTotal)}, {Figures.Percent(report.Analysis.Allocation.Share)} allocated";

    public static string Preview(CostReport report) =>
        $"{Figures.Money(report.Analysis.Allocation.Unallocated)} without an owner, {report.Analysis.WeekMovers().Count()} movers, {Figures.Count(report.Analysis.Review.Actions.Count, "action")} to decide on.";
}
