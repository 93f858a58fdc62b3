using System.Globalization;
using FinOps.Core.Costs;
using FinOps.Core.Scheduling;
using FinOps.Core.Scheduling.Decisions;
using FinOps.Functions.Rendering;
using FinOps.Functions.Rendering.Html;
using FinOps.Functions.Scheduling.Switching;

namespace FinOps.Functions.Scheduling.Rendering;

/// <summary>What page, mail and Markdown say alike.</summary>
internal static class SchedulerWords
{
    public static string Title(SchedulerReport report) => $"Schedules of what is not production, {Figures.Instant(report.GeneratedAt)}";

    public static string Subject(SchedulerReport report) =>
        $"{(report.Applied ? "Schedules" : "Schedules, dry run")} {report.GeneratedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}: {Lede(report)}";

    public static string Lede(SchedulerReport report) => string.Join(", ",
        $"{report.Count(SwitchAction.Stop)} {(report.Applied ? "stopped" : "to stop")}",
        $"{report.Count(SwitchAction.Start)} {(report.Applied ? "started" : "to start")}",
        $"{report.Count(SwitchResult.Refused)} refused");

    public static string DryRun => "This was a dry run: nothing was switched. Set apply to have it done.";

    public static IReadOnlyList<Kpi> Cards(SchedulerReport report) =>
    [
        new(report.Applied ? "Stopped" : "Would be stopped", $"{report.Count(SwitchAction.Stop)}", $"Of {Figures.Count(report.Rows.Count, "resource")} with a schedule tag.", ""),
        new(report.Applied ? "Started" : "Would be started", $"{report.Count(SwitchAction.Start)}", $"In {Figures.Count(report.Accounts, "account")}, {report.Places} regions of them.", ""),
        new("Refused by AWS", $"{report.Count(SwitchResult.Refused)}", report.NeedsHelp ? "Somebody has to look at these." : "Nothing for anybody to do.", report.NeedsHelp ? "bad" : "good"),
        new("Saved by stops in force", Figures.Money(report.SavedSoFar),
            report.Count(SwitchResult.Done) > 0 && !report.SavedByEnded.IsZero ? $"And {Figures.Money(report.SavedByEnded)} by stops that ended now." : $"{Hours(report.StoppedHours)} not running, at on-demand prices.", ""),
    ];

    public static string Hours(decimal hours) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(hours, 1, MidpointRounding.AwayFromZero):#,##0.0} h");

    public static string Kind(ResourceKind kind) => kind switch
    {
        ResourceKind.Instance => "instance",
        ResourceKind.Database => "database",
        ResourceKind.Cluster => "cluster",
        _ => "Auto Scaling group",
    };

    public static string Command(SwitchRow row) => row.Action == SwitchAction.Stop ? "stop" : "start";

    public static string Result(SwitchRow row) => row.Result switch
    {
        SwitchResult.Done => "done",
        SwitchResult.WouldDo => "not done: dry run",
        SwitchResult.Refused => "refused",
        SwitchResult.NotReached => "not reached in time",
        _ => "",
    };

    public static string Tone(SwitchRow row) => row.Result switch { SwitchResult.Done => "good", SwitchResult.Refused => "bad", _ => "warn" };

    public static string Reason(DecisionReason reason) => reason switch
    {
        DecisionReason.Production => "Production: never touched",
        DecisionReason.EnvironmentNotListed => "Its environment is not on the list",
        DecisionReason.NoSchedule => "It has no schedule tag",
        DecisionReason.Exempt => "Exempt by the settings",
        DecisionReason.Ignored => "Its tags say to leave it",
        DecisionReason.CannotBeSwitched => "It cannot be switched by itself",
        DecisionReason.NotUnderstood => "Its tags cannot be understood",
        DecisionReason.InTransition => "It is on its way to another state",
        DecisionReason.NothingToRestore => "No sizes are kept to go back to",
        DecisionReason.AsItShouldBe => "It is as it should be",
        _ => "Switched",
    };

    /// <summary>What was switched, or would have been, refusals first.</summary>
    public static IReadOnlyList<SwitchRow> Switched(SchedulerReport report) =>
        [.. report.Rows.Where(row => row.Action != SwitchAction.Leave).OrderBy(row => row.Result == SwitchResult.Refused ? 0 : 1).ThenByDescending(row => row.Saved?.Amount ?? 0)];

    public static IReadOnlyList<SwitchRow> NotUnderstood(SchedulerReport report) => [.. report.Rows.Where(row => row.Reason == DecisionReason.NotUnderstood)];

    public static IReadOnlyList<(DecisionReason Reason, int Count)> Left(SchedulerReport report) =>
        [.. report.Rows.Where(row => row.Action == SwitchAction.Leave).GroupBy(row => row.Reason).Select(group => (group.Key, group.Count())).OrderByDescending(group => group.Item2)];

    /// <summary>Stopped hours by account, the most saved first. The sums are those of the headlines.</summary>
    public static IReadOnlyList<AccountSaving> ByAccount(SchedulerReport report) =>
    [
        .. report.Rows.Where(row => row.StoppedHours is not null).GroupBy(row => (row.Account, row.AccountName))
            .Select(group => new AccountSaving(
                group.Key.AccountName, group.Key.Account, group.Count(), group.Sum(row => row.StoppedHours ?? 0), group.Count(row => row.Saved is null),
                Money.Sum(group.Select(row => row.Saved).OfType<Money>(), report.Currency)))
            .OrderByDescending(account => account.Saved.Amount).ThenBy(account => account.Id, StringComparer.Ordinal),
    ];

    public static string Change(ScheduleLine line) => line.NextChange is { } at ? $"{(line.IsOpen ? "closes" : "opens")} {Figures.Instant(at)}" : "never changes";
}

/// <param name="WithoutPrice">Of the stopped resources, those that the bill shows no price for.</param>
internal sealed record AccountSaving(string Name, string Id, int Stopped, decimal Hours, int WithoutPrice, Money Saved);
