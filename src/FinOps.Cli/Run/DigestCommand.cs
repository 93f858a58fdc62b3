using System.CommandLine;
using FinOps.Cli.Errors;
using FinOps.Cli.Local;
using FinOps.Functions.Chat;
using FinOps.Functions.Delivery;
using FinOps.Functions.Digest;
using FinOps.Functions.Rendering;
using FinOps.Functions.Responder;
using FinOps.Functions.Sending;
using Spectre.Console;

namespace FinOps.Cli.Run;

/// <summary><c>finops run digest</c>: the week's digest, told or only shown; with the function's own environment variables.</summary>
internal static class DigestCommand
{
    public static Command Create(CliContext context)
    {
        var bucket = new Option<string?>("--bucket") { Description = $"The report bucket (default: {DeliveryOptions.BucketVariable}); the stack output reportBucket names it." };
        var week = new Option<string?>("--week") { Description = "As 2026-W47 (default: the current one)." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show the digest; store nothing and tell nobody." };
        var uncertain = new Option<bool>("--send-uncertain") { Description = "Send also what an earlier run may have sent: look first whether it arrived." };
        var format = new Option<string>("--format") { Description = "html, md, json or csv.", DefaultValueFactory = _ => ReportFormats.Markdown };
        format.AcceptOnlyFromAmong([.. ReportFormats.All]);
        var output = new Option<string?>("--out", "-o") { Description = "Write to this file instead of standard output." };
        var target = new AwsTarget();
        var command = new Command(DigestFunction.FunctionName, "Tell each owner what the reports found: new, still open, fixed.") { bucket, week, dryRun, uncertain, format, output };
        target.AddTo(command);
        command.SetAction((parsed, cancellationToken) => context.GuardAsync(async () =>
        {
            var options = DigestOptions.FromEnvironment(name => name switch
            {
                DeliveryOptions.BucketVariable when parsed.GetValue(bucket) is { } named => named,
                _ => Environment.GetEnvironmentVariable(name),
            }) with { Week = DigestSettings.Week(parsed.GetValue(week), "command line", "--week"), DryRun = parsed.GetValue(dryRun), SendUncertain = parsed.GetValue(uncertain) };
            await using var aws = await target.OpenAsync(parsed, context.Time, cancellationToken);
            using var http = WebhookSender.CreateHttp();
            using var clients = ResponderClients.Create(aws.Connection, WebhookSender.Create(http, context.Time));
            var (report, result) = await DigestFunction.RunAsync(options, clients, context.Time, cancellationToken);
            await context.WriteResultAsync(await new DigestRenderer().RenderAsync(report, parsed.GetValue(format)!), parsed.GetValue(output), cancellationToken);
            foreach (var told in result.Told.Where(told => told.State is SendState.NotSent or SendState.MayBeSent))
            {
                context.Error.WriteLine($"{told.Owner}, {told.Via}: {told.Problem}");
            }

            return result.Told.All(told => told.State is null or SendState.Sent or SendState.SentBefore) ? ExitCodes.Done : ExitCodes.Failed;
        }));
        return command;
    }
}
