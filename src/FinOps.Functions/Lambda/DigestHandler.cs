using System.Text.Json;
using Amazon.Lambda.Core;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Chat;
using FinOps.Functions.Digest;
using FinOps.Functions.Responder;
using FinOps.Functions.Sending;

namespace FinOps.Functions.Lambda;

/// <summary>The Lambda around the digest. What certainly did not reach its owner fails the invocation, so that Lambda tries it again.</summary>
internal sealed class DigestHandler(DigestOptions options, ResponderClients clients, TimeProvider time)
{
    public const string NotTold = "FIN5148";

    public static DigestHandler FromEnvironment(Func<string, string?> variable) => new(
        DigestOptions.FromEnvironment(variable), ResponderClients.Create(AwsConnection.FromEnvironment(variable), WebhookSender.Create(WebhookSender.CreateHttp(), TimeProvider.System)), TimeProvider.System);

    public async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        using var deadline = LambdaDeadline.Of(context);
        var asked = await LambdaJson.ReadEventAsync(payload, LambdaJson.Default.DigestEvent, """{"dryRun":true}""", deadline.Token).ConfigureAwait(false) ?? new DigestEvent(null, null, null);
        var (report, result) = await DigestFunction.RunAsync(
            options with { Week = DigestSettings.Week(asked.Week, "event", "week"), DryRun = asked.DryRun ?? false, SendUncertain = asked.SendUncertain ?? false }, clients, time, deadline.Token).ConfigureAwait(false);
        context.Logger.LogLine($"{DigestFunction.FunctionName} week={result.Week} owners={report.State.Owners.Count} reports={report.State.Sources.Count}");
        foreach (var told in result.Told)
            context.Logger.LogLine($"{DigestFunction.FunctionName} via={told.Via} state={(told.State is { } state ? state : "dry-run")} problem={told.Problem?.ReplaceLineEndings(" ")}");
        return result.MustBeTriedAgain
            ? throw new ProblemException([.. result.Told.Where(told => told.State == SendState.NotSent).Select(told => new Problem(
                NotTold, DigestFunction.FunctionName, $"{result.Week}, {told.Via}", told.Problem ?? "not sent", "a digest that reaches its owner", "It is tried again; who was told already is not told twice."))])
            : new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(result, LambdaJson.Default.DigestResult));
    }
}
