using System.Text.Json;
using Amazon.Lambda.Core;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Chat;
using FinOps.Functions.Responder;
using FinOps.Functions.Responder.Alerts;
using FinOps.Functions.Sending;

namespace FinOps.Functions.Lambda;

/// <summary>The Lambda behind the topics of budgets and anomalies. What certainly did not reach its owner fails the invocation, so that Lambda tries it again.</summary>
internal sealed class BudgetResponderHandler(ResponderOptions options, ResponderClients clients, TimeProvider time)
{
    public const string NotTold = "FIN5144";

    public static BudgetResponderHandler FromEnvironment(Func<string, string?> variable)
    {
        var options = ResponderOptions.FromEnvironment(variable);
        return new BudgetResponderHandler(
            options, ResponderClients.Create(AwsConnection.FromEnvironment(variable), WebhookSender.Create(WebhookSender.CreateHttp(), TimeProvider.System)), TimeProvider.System);
    }

    public async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        using var deadline = LambdaDeadline.Of(context);
        using var text = new MemoryStream();
        await payload.CopyToAsync(text, deadline.Token).ConfigureAwait(false);
        var alerts = SnsEvent.Read(text.ToArray(), time.GetUtcNow());
        var result = await BudgetResponder.RunAsync(alerts, options with { GatherFor = Half(context.RemainingTime) }, clients, time, deadline.Token).ConfigureAwait(false);
        foreach (var told in result.Told)
            context.Logger.LogLine($"{BudgetResponder.FunctionName} message={told.MessageId} alert={told.Alert} state={(told.State is { } state ? state : "dry-run")} via={told.Via} problem={told.Problem?.ReplaceLineEndings(" ")}");
        return result.MustBeTriedAgain
            ? throw new ProblemException([.. result.Told.Where(told => told.State == SendState.NotSent).Select(told => new Problem(
                NotTold, BudgetResponder.FunctionName, $"message {told.MessageId}", told.Problem ?? "not sent", "a message that reaches its owner",
                "It is tried again; who was told already is not told twice. After the last attempt the event is in the queue of failed runs."))])
            : new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(result, LambdaJson.Default.ResponderResult));
    }

    /// <summary>The other half is for telling.</summary>
    private TimeSpan Half(TimeSpan remaining) => remaining / 2 < options.GatherFor ? remaining / 2 : options.GatherFor;
}
