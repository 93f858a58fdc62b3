using System.CommandLine;
using FinOps.Cli.Errors;
using FinOps.Cli.Local;
using FinOps.Core.Costs;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs;
using FinOps.Functions.Costs.Rendering;
using FinOps.Functions.Rendering;
using Spectre.Console;

namespace FinOps.Cli.Report;

/// <summary><c>finops report</c>: the reports, made here.</summary>
internal static class ReportCommand
{
    public static Command Create(CliContext context) => new("report", "Make a report on this machine, or list those that are stored.") { Cost(context), HistoryCommand.Create(context), IndexCommand.Create(context) };

    private static Command Cost(CliContext context)
    {
        var format = new Option<string>("--format", "-f") { Description = "html, md, json or csv.", DefaultValueFactory = _ => "md" };
        format.AcceptOnlyFromAmong([.. ReportFormats.All]);
        var output = new Option<string?>("--out", "-o") { Description = "Write to this file instead of standard output." };
        var month = new Option<string?>("--month") { Description = "The month to report, as 2026-01 (default: the one in which yesterday lies)." };
        var tags = new Option<string[]>("--tag") { Description = "A further tag key to break usage down by; repeatable, one more Cost Explorer request each." };
        var standard = new Option<string>("--standard") { Description = "The tag standard.", DefaultValueFactory = _ => TagStandard.FileName };
        var target = new AwsTarget();
        var command = new Command("cost", "Month to date against the month before: allocated share, unallocated spend and its drivers, top movers.") { format, output, month, tags, standard };
        target.AddTo(command);
        command.SetAction((parsed, cancellationToken) => context.GuardAsync(async () =>
        {
            var options = new CostAnalyzerOptions
            {
                Standard = TagStandard.Load(parsed.GetValue(standard)!),
                Month = Month(parsed.GetValue(month)),
                FurtherTags = parsed.GetValue(tags) ?? [],
            };
            await using var aws = await target.OpenAsync(parsed, context.Time, cancellationToken);
            using var clients = ReportClients.Create(aws.Connection);
            var report = await CostAnalyzer.RunAsync(options, clients, context.Time, cancellationToken);
            await context.WriteResultAsync(await new CostReportRenderer().RenderAsync(report, parsed.GetValue(format)!), parsed.GetValue(output), cancellationToken);
            context.Error.WriteLine(report.Cost.Words);
            return ExitCodes.Done;
        }));
        return command;
    }

    private static BillingMonth? Month(string? text) =>
        text is null ? null
        : BillingMonth.TryParse(text, out var month) ? month
        : throw new ProblemException([new Problem("FIN1006", "command line", "--month", text, "a month as 2026-01", "Leave it out for the current one.")]);
}
