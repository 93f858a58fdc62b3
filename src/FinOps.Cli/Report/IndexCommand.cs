using System.CommandLine;
using System.Text.Json;
using FinOps.Cli.Errors;
using FinOps.Cli.Local;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Delivery;

namespace FinOps.Cli.Report;

/// <summary><c>finops report index</c>: the reports that the functions have stored, with links that open them.</summary>
internal static class IndexCommand
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create(CliContext context)
    {
        var bucket = new Option<string?>("--bucket") { Description = $"The report bucket (default: {DeliveryOptions.BucketVariable}); the stack output reportBucket names it." };
        var json = new Option<bool>("--json") { Description = "Write the list as JSON instead of the page." };
        var output = new Option<string?>("--out", "-o") { Description = "Write to this file instead of standard output." };
        var target = new AwsTarget();
        var command = new Command("index", "The stored reports as one page; its links open for as long as the keys that made them, twelve hours at most.") { bucket, json, output };
        target.AddTo(command);
        command.SetAction((parsed, cancellationToken) => context.GuardAsync(async () =>
        {
            var name = parsed.GetValue(bucket) ?? Environment.GetEnvironmentVariable(DeliveryOptions.BucketVariable)
                ?? throw new ProblemException([new Problem("FIN1007", "command line", "--bucket", "nothing", "the name of the report bucket", "The stack output reportBucket has it.")]);
            await using var aws = await target.OpenAsync(parsed, context.Time, cancellationToken);
            using var clients = ReportClients.Create(aws.Connection);
            var reports = await new ReportIndex(clients, name).ReadAsync(cancellationToken);
            var store = new ReportStore(clients, name);
            var now = context.Time.GetUtcNow();
            var text = parsed.GetValue(json) ? JsonSerializer.Serialize(reports, Indented) : await ReportIndex.RenderAsync(reports, key => store.Link(key, now).Signed.AbsoluteUri);
            await context.WriteResultAsync(text, parsed.GetValue(output), cancellationToken);
            return ExitCodes.Done;
        }));
        return command;
    }
}
