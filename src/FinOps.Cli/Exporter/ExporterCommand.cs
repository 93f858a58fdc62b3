using System.CommandLine;
using System.Globalization;
using FinOps.Cli.Errors;
using FinOps.Cli.Local;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs;
using FinOps.Functions.Reports;
using Spectre.Console;

namespace FinOps.Cli.Exporter;

/// <summary><c>finops exporter</c>: the figures of the cost report for Prometheus.</summary>
internal static class ExporterCommand
{
    public static Command Create(CliContext context)
    {
        var port = new Option<int>("--port") { Description = "The loopback port; 0 takes any free one.", DefaultValueFactory = _ => 9469 };
        var interval = new Option<string>("--interval") { Description = "How often to ask AWS, as 90m, 6h or 1d; every time costs at least 0.03 USD.", DefaultValueFactory = _ => "6h" };
        var once = new Option<bool>("--once") { Description = "Print the metrics and end." };
        var standard = new Option<string>("--standard") { Description = "The tag standard.", DefaultValueFactory = _ => TagStandard.FileName };
        var target = new AwsTarget();
        var command = new Command("exporter", "Serve the cost report's figures to Prometheus on 127.0.0.1 until Ctrl-C: docs/metrics.md.") { port, interval, once, standard };
        target.AddTo(command);
        command.SetAction((parsed, cancellationToken) => context.GuardAsync(async () =>
        {
            var every = Check(parsed.GetValue(port), parsed.GetValue(interval)!);
            var options = new CostAnalyzerOptions { Standard = TagStandard.Load(parsed.GetValue(standard)!) };
            await using var aws = await target.OpenAsync(parsed, context.Time, cancellationToken);
            using var clients = ReportClients.Create(aws.Connection);
            var book = new MetricsBook(stop => CostAnalyzer.RunAsync(options, clients, context.Time, stop), context.Time);
            if (parsed.GetValue(once))
            {
                await book.RefreshAsync(cancellationToken);
                await context.WriteResultAsync(book.Text(), null, cancellationToken);
                return ExitCodes.Done;
            }

            await using var server = await MetricsServer.StartAsync(parsed.GetValue(port), book, cancellationToken);
            context.Output.WriteLine($"Serving {server.Metrics}. Ctrl-C ends it.");
            context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Asks AWS every {every.Text}: at least {RunCost.LeastCostExplorerRequests} Cost Explorer requests each time, {every.LeastUsdADay:0.00##} USD a day."));
            await RefreshAsync(book, every, context, cancellationToken);
            return ExitCodes.Done;
        }));
        return command;
    }

    /// <summary>Refreshes at once and then every interval, failed or not, so that a failure costs no more than a success. Ends when it is cancelled.</summary>
    internal static async Task RefreshAsync(MetricsBook book, RefreshInterval interval, CliContext context, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                try
                {
                    var report = await book.RefreshAsync(cancellationToken);
                    context.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{context.Time.GetUtcNow():u} {report.Cost.CostExplorerRequests} Cost Explorer requests, {report.Cost.Price}"));
                }
                catch (Exception e) when (!cancellationToken.IsCancellationRequested)
                {
                    foreach (var line in Failure.Describe(e))
                    {
                        context.Error.WriteLine(line);
                    }

                    context.Error.WriteLine($"{context.Time.GetUtcNow():u} The last good values stay; the next try is in {interval.Text}.");
                }

                await Task.Delay(interval.Time, context.Time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl-C is how this command ends.
        }
    }

    private static RefreshInterval Check(int port, string interval)
    {
        var problems = new List<Problem>();
        if (port is < 0 or > 65_535)
        {
            problems.Add(MetricsServer.PortProblem(port.ToString(CultureInfo.InvariantCulture)));
        }

        var every = RefreshInterval.Parse(interval);
        if (every is null)
        {
            problems.Add(new Problem("FIN1281", "command line", "--interval", $"'{interval}'", "minutes, hours or days from 1m to 7d", "For example --interval 6h."));
        }

        return problems.Count > 0 ? throw new ProblemException(problems) : every!;
    }
}
