using System.CommandLine;
using FinOps.Cli.Errors;
using FinOps.Cli.Local;
using FinOps.Core.Costs.History;
using FinOps.Functions.Aws;
using FinOps.Functions.History;
using FinOps.Functions.History.Rendering;
using FinOps.Functions.Rendering;
using Spectre.Console;

namespace FinOps.Cli.Report;

/// <summary><c>finops report history</c>: any months, cut by one thing, month over month and year over year.</summary>
internal static class HistoryCommand
{
    public static Command Create(CliContext context)
    {
        var format = new Option<string>("--format", "-f") { Description = "html, md, json or csv.", DefaultValueFactory = _ => "md" };
        format.AcceptOnlyFromAmong([.. ReportFormats.All]);
        var output = new Option<string?>("--out", "-o") { Description = "Write to this file instead of standard output." };
        var from = new Option<string?>("--from") { Description = "First month, as 2025-11 (default: 13 months before the latest one; 2 with --granularity daily)." };
        var to = new Option<string?>("--to") { Description = "Last month, as 2026-10 (default: the one in which yesterday lies)." };
        var by = new Option<string?>("--by") { Description = $"What to cut by: {HistoryGrouping.Forms} (default: service)." };
        var metric = new Option<string?>("--metric") { Description = "UnblendedCost, AmortizedCost or NetAmortizedCost (default: UnblendedCost)." };
        var granularity = new Option<string?>("--granularity") { Description = "monthly or daily; daily adds the days and an index of weekdays (default: monthly)." };
        var target = new AwsTarget();
        var command = new Command("history", "Months by service, account, region, charge type, tag or cost category: month over month, seasonality. One Cost Explorer question.")
        {
            from, to, by, metric, granularity, format, output,
        };
        target.AddTo(command);
        command.SetAction((parsed, cancellationToken) => context.GuardAsync(async () =>
        {
            var settings = new HistorySettings(parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(by), parsed.GetValue(metric), parsed.GetValue(granularity));
            var options = settings.Read(DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime), "command line", "--");
            await using var aws = await target.OpenAsync(parsed, context.Time, cancellationToken);
            using var clients = ReportClients.Create(aws.Connection);
            var report = await HistoryAnalyzer.RunAsync(options, clients, context.Time, cancellationToken);
            await context.WriteResultAsync(await new HistoryReportRenderer().RenderAsync(report, parsed.GetValue(format)!), parsed.GetValue(output), cancellationToken);
            context.Error.WriteLine(report.Cost.Words);
            return ExitCodes.Done;
        }));
        return command;
    }
}
