using FinOps.Functions.Rendering;

namespace FinOps.Functions.Costs.Rendering;

/// <summary>The one-line texts of the mail. They hold figures and dates only, nothing that anybody can write into a tag or an account name.</summary>
internal static class MailText
{
    public static string Subject(CostReport report) =>
        $"Cost report {report.Analysis.Periods.Month}: {Figures.Money(report.Analysis.BillTotal)}, {Figures.Percent(report.Analysis.Allocation.Share)} allocated";

    public static string Preview(CostReport report) =>
        $"{Figures.Money(report.Analysis.Allocation.Unallocated)} without an owner, {report.Analysis.OwnerMovers.Count + report.Analysis.ServiceMovers.Count + report.Analysis.AccountMovers.Count} movers.";
}
