using System.CommandLine;
using FinOps.Cli.Errors;
using FinOps.Cli.Local;
using FinOps.Core.Problems;
using FinOps.Functions.Chat;
using FinOps.Functions.Responder;
using FinOps.Functions.Responder.Alerts;
using FinOps.Functions.Sending;

namespace FinOps.Cli.Run;

/// <summary><c>finops run budget-responder</c>: what the function would tell of an event, or does tell; with the function's own environment variables.</summary>
internal static class BudgetResponderCommand
{
    public static Command Create(CliContext context)
    {
        var file = new Option<string>("--event") { Description = "The event of the topic as JSON, for example one out of the queue of failed runs.", Required = true };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print the messages and send none." };
        var uncertain = new Option<bool>("--send-uncertain") { Description = "Send also what an earlier run may have sent: look first whether it arrived." };
        var target = new AwsTarget();
        var command = new Command(BudgetResponder.FunctionName, "Tell owners of the alerts in an event.") { file, dryRun, uncertain };
        target.AddTo(command);
        command.SetAction((parsed, cancellationToken) => context.GuardAsync(async () =>
        {
            var alerts = SnsEvent.Read(await ReadAsync(parsed.GetValue(file)!, cancellationToken), context.Time.GetUtcNow());
            var options = ResponderOptions.FromEnvironment(name => name == ResponderOptions.DryRunVariable && parsed.GetValue(dryRun) ? "true" : Environment.GetEnvironmentVariable(name))
                with { SendUncertain = parsed.GetValue(uncertain) };
            await using var aws = await target.OpenAsync(parsed, context.Time, cancellationToken);
            using var http = WebhookSender.CreateHttp();
            using var clients = ResponderClients.Create(aws.Connection, WebhookSender.Create(http, context.Time));
            var result = await BudgetResponder.RunAsync(alerts, options, clients, context.Time, cancellationToken);
            await context.WriteResultAsync(string.Join('\n', result.Told.Select(Line)), null, cancellationToken);
            return result.Told.All(told => told.State is null or SendState.Sent or SendState.SentBefore) ? ExitCodes.Done : ExitCodes.Failed;
        }));
        return command;
    }

    private static string Line(ToldOwner told) => told.Text is { } text ? $"To {told.Owner}:\n{text}" : $"{told.MessageId} {told.Owner}: {told.State} {told.Via}{told.Problem}";

    private static async Task<byte[]> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException([new Problem("FIN5003", "command line", "--event", $"'{file}', which cannot be read: {failure.Message}", "a file with an event", "Name another file.")], failure);
        }
    }
}
