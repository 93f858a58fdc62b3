using System.CommandLine;
using FinOps.Cli.Errors;
using FinOps.Cli.Local;
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
    public static Command Create(CliContext context) => new("report", "Make a report on this machine, or list those that are stored.") { Cost(context), HistoryCommand.Create(context), ComplianceCommand.Create(context), TagsCommand.Create(context), OptimizationCommand.Create(context), IndexCommand.Create(context) };

    private static Command Cost(CliContext context)
    {
        var format = new Option<string>("--format", "-f") { Description = "html, md, json or csv.", DefaultValueFactory = _ => "md" };
        format.AcceptOnlyFromAmong([.. ReportFormats.All]);
        var output = new Option<string?>("--out", "-o") { Description = "Write to this file instead of standard output." };
        var month = new Option<string?>("--month") { Description = "The month to report, as 2026-01 (default: the one in which yesterday lies)." };
        var tags = new Option<string[]>("--tag") { Description = "A further tag key to break usage down by; repeatable, one more Cost Explorer request each." };
        var categories = new Option<string[]>("--category") { Description = "A cost category to break usage down by; repeatable, one more Cost Explorer request each." };
        var gateUsd = new Option<string?>("--gate-usd") { Description = "Show what moved by at least this much (default: 100)." };
        var gatePercent = new Option<string?>("--gate-percent") { Description = "And by at least so many percent (default: 20)." };
        var forecast = new Option<string?>("--forecast") { Description = "own, or aws to put AWS's forecast beside the report's: one more Cost Explorer request (default: own)." };
        var standard = new Option<string>("--standard") { Description = "The tag standard.", DefaultValueFactory = _ => TagStandard.FileName };
        var target = new AwsTarget();
        var command = new Command("cost", "Month to date against the month before: allocated share, unallocated spend and its drivers, movers, forecast, anomalies, budgets, and what the weekly review should decide.")
        {
            month, tags, categories, gateUsd, gatePercent, forecast, standard, format, output,
        };
        target.AddTo(command);
        command.SetAction((parsed, cancellationToken) => context.GuardAsync(async () =>
        {
            var asked = new CostReportSettings
            {
                Month = parsed.GetValue(month),
                Tags = parsed.GetValue(tags),
                Categories = parsed.GetValue(categories),
                GateUsd = parsed.GetValue(gateUsd),
                GatePercent = parsed.GetValue(gatePercent),
                Forecast = parsed.GetValue(forecast),
            };
            var options = asked.Read(TagStandard.Load(parsed.GetValue(standard)!), "command line", Option);
            await using var aws = await target.OpenAsync(parsed, context.Time, cancellationToken);
            using var clients = ReportClients.Create(aws.Connection);
            var report = await CostAnalyzer.RunAsync(options, clients, context.Time, cancellationToken);
            await context.WriteResultAsync(await new CostReportRenderer().RenderAsync(report, parsed.GetValue(format)!), parsed.GetValue(output), cancellationToken);
            context.Error.WriteLine(report.Cost.Words);
            return ExitCodes.Done;
        }));
        return command;
    }

    /// <summary>What a setting of the event is called here.</summary>
    private static string Option(string name) => name switch
    {
        "tags" => "--tag",
        "categories" => "--category",
        "gateUsd" => "--gate-usd",
        "gatePercent" => "--gate-percent",
        _ => $"--{name}",
    };
}
