using FinOps.Functions.Rendering;
using FinOps.Functions.Reports;
using FinOps.Functions.Scheduling.Switching;

namespace FinOps.Functions.Scheduling;

/// <summary>How the figures came about.</summary>
internal static class SchedulerNotes
{
    public static IReadOnlyList<HeadlineNote> For(SchedulerReport report)
    {
        var rates = report.RatePeriod is { } period
            ? $"an hour costs what the organization's bill shows for {Figures.Days(period)}: cost divided by hours of on-demand usage of that usage type in that region"
            : "the bill was not read, so no amount is claimed";
        return
        [
            new(report.Applied ? "Switched" : "Would be switched", $"{report.Rows.Count(row => row.Result is SwitchResult.Done or SwitchResult.WouldDo)} of {Figures.Count(report.Rows.Count, "resource")}",
                $"Every instance, database, cluster and Auto Scaling group with the schedule tag in {Figures.Count(report.Accounts, "account")} and {report.Places} of their regions, against its schedule at {Figures.Instant(report.GeneratedAt)}."),
            new("Refused by AWS", $"{report.Count(SwitchResult.Refused)}", "Commands that AWS refused for a resource alone. The others of the same call were carried out."),
            new("Saved by stops in force", Figures.Money(report.SavedSoFar),
                $"For each resource that a schedule keeps stopped: hours since AWS says that it was stopped (EC2: the state transition reason; RDS: seven days before the automatic restart; groups: the tag with their sizes), times its hourly price; {rates}. Disks, addresses and the storage of databases go on to cost and are not counted; hours that a commitment covers would have cost nothing more. {Without(report)}"),
            new("Saved by stops that ended", Figures.Money(report.SavedByEnded),
                "The same for what this run started again. Each stop ends once, so the sum over all runs counts no hour twice."),
        ];
    }

    private static string Without(SchedulerReport report) => report.WithoutSaving == 0
        ? "Every stopped resource has a price."
        : $"{Figures.Count(report.WithoutSaving, "stopped resource")} without a price in the bill, or without a time, claim nothing.";
}
