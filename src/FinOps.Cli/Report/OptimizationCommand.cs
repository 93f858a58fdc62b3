using System.CommandLine;
using System.CommandLine.Parsing;
using FinOps.Cli.Errors;
using FinOps.Cli.Local;
using FinOps.Core.Optimization.Decisions;
using FinOps.Core.Tagging;
using FinOps.Functions.Optimization;
using FinOps.Functions.Optimization.Rendering;
using FinOps.Functions.Rendering;
using Spectre.Console;

namespace FinOps.Cli.Report;

/// <summary><c>finops report optimization</c>: what could be saved, each resource once, ranked.</summary>
internal static class OptimizationCommand
{
    public static Command Create(CliContext context)
    {
        var format = new Option<string>("--format", "-f") { Description = "html, md, json or csv.", DefaultValueFactory = _ => "md" };
        format.AcceptOnlyFromAmong([.. ReportFormats.All]);
        var output = new Option<string?>("--out", "-o") { Description = "Write to this file instead of standard output." };
        var standard = new Option<string>("--standard") { Description = "The tag standard, which says who owns what.", DefaultValueFactory = _ => TagStandard.FileName };
        var decisions = new Option<string>("--decisions") { Description = "What was snoozed and dismissed.", DefaultValueFactory = _ => DecisionList.FileName };
        var places = new Option<int>("--optimizer-places") { Description = "In how many accounts and regions to ask Compute Optimizer, the most expensive first; 0 for none.", DefaultValueFactory = _ => 40 };
        places.Validators.Add(NotNegative);
        var ledger = new Option<string?>("--ledger-bucket") { Description = "Show the ledger of promised and realised savings that the function keeps in this bucket; it stays as it is." };
        var target = new AwsTarget();
        var command = new Command("optimization", "Savings opportunities of all advisors, each resource once, ranked by saving, effort and risk.") { format, output, standard, decisions, places, ledger };
        target.AddTo(command);
        command.SetAction((parsed, cancellationToken) => context.GuardAsync(async () =>
        {
            var options = new OptimizationOptions
            {
                Standard = TagStandard.Load(parsed.GetValue(standard)!),
                Decisions = DecisionFile.Load(parsed.GetValue(decisions)!),
                OptimizerPlaces = parsed.GetValue(places),
                LedgerBucket = parsed.GetValue(ledger),
                KeepLedger = false,
            };
            await using var aws = await target.OpenAsync(parsed, context.Time, cancellationToken);
            using var clients = new OptimizationClients(aws.Connection);
            var report = await OptimizationInsights.RunAsync(options, clients, context.Time, gatherUntil: CancellationToken.None, cancellationToken);
            await context.WriteResultAsync(await new OptimizationReportRenderer().RenderAsync(report, parsed.GetValue(format)!), parsed.GetValue(output), cancellationToken);
            context.Error.WriteLine(report.Cost.Words);
            return ExitCodes.Done;
        }));
        return command;
    }

    private static void NotNegative(OptionResult result)
    {
        if (result.GetValueOrDefault<int>() < 0)
            result.AddError($"{result.Option.Name} takes 0 or more.");
    }
}
