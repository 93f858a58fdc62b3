using FinOps.Functions.Rendering;

namespace FinOps.Functions.Scheduling.Rendering;

/// <summary>The run as Markdown, or as the plain text of the mail.</summary>
internal sealed class SchedulerMarkdown(SchedulerReport report, Func<string, string> escape) : MarkdownWriter(report, escape)
{
    private const int Shown = 40;

    private readonly SchedulerReport _report = report;

    public static string Render(SchedulerReport report) => new SchedulerMarkdown(report, MarkdownText.Escape).Write();

    public static string RenderText(SchedulerReport report) => new SchedulerMarkdown(report, MarkdownText.OneLine).Write();

    private string Write()
    {
        Line($"# {SchedulerWords.Title(_report)}").Line();
        Line(_report.Applied ? $"{SchedulerWords.Lede(_report)}." : SchedulerWords.DryRun).Line();
        foreach (var card in SchedulerWords.Cards(_report))
            Line($"* **{card.Name}: {card.Value}** {Plain(card.Note)}");

        var switched = SchedulerWords.Switched(_report);
        Section(_report.Applied ? "Switched" : "Would be switched");
        Table(
            ["Resource", "Account", "Region", "Schedule", "Command", "Result", "Why"],
            switched.Take(Shown).Select(row => new[]
            {
                Plain($"{SchedulerWords.Kind(row.Kind)} {row.Id}"), Plain(row.AccountName), row.Region, Plain(row.Schedule), SchedulerWords.Command(row), SchedulerWords.Result(row), Plain(row.Error ?? row.Why),
            }),
            "Everything is as it should be.");
        if (switched.Count > Shown)
            Line($"And {switched.Count - Shown} more; the CSV and JSON forms have all.");
        var unclear = SchedulerWords.NotUnderstood(_report);
        if (unclear.Count > 0)
        {
            Section("Tags that cannot be understood");
            Table(["Resource", "Account", "Region", "What"], unclear.Take(Shown).Select(row => new[] { Plain($"{SchedulerWords.Kind(row.Kind)} {row.Id}"), Plain(row.AccountName), row.Region, Plain(row.Why) }), "");
        }

        Section("What is stopped, and what that saves");
        Table(
            ["Account", "Stopped", "Hours", "Without a price", "Saved"],
            SchedulerWords.ByAccount(_report).Select(account => new[] { Plain(account.Name), $"{account.Stopped}", SchedulerWords.Hours(account.Hours), $"{account.WithoutPrice}", Money(account.Saved) })
                .Append(["Total", $"{_report.Rows.Count(row => row.StoppedHours is not null)}", SchedulerWords.Hours(_report.StoppedHours), $"{_report.Rows.Count(row => row is { StoppedHours: not null, Saved: null })}", Money(_report.SavedSoFar + _report.SavedByEnded)]),
            "Nothing is stopped by a schedule.");
        Section("Left alone");
        Table(["Why", "Resources"], SchedulerWords.Left(_report).Select(left => new[] { SchedulerWords.Reason(left.Reason), $"{left.Count}" }), "Nothing.");
        Section("Schedules");
        Table(
            ["Name", "Hours", "Time zone", "Now", "Next", "Resources"],
            _report.Schedules.Select(line => new[] { Plain(line.Name), Plain(line.Hours), Plain(line.TimeZone), line.IsOpen ? "open" : "closed", SchedulerWords.Change(line), $"{line.Used}" }),
            "None.");
        WriteClosing();
        return Text;
    }
}
