using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Chat;

/// <summary>Reads a channel's webhook out of Systems Manager, where it is a secure string.</summary>
internal static class ChatWebhooks
{
    public const string Unusable = "FIN5140";

    /// <param name="name">The parameter's name.</param>
    /// <param name="kind">Null to tell by the address.</param>
    /// <exception cref="ProblemException">FIN5140 the value is no webhook; FIN5001 to FIN5005 the parameter cannot be read. The value is never in it.</exception>
    public static async Task<ChatWebhook> ReadAsync(IAmazonSimpleSystemsManagement parameters, string endpoint, string name, ChatKind? kind, CancellationToken cancellationToken)
    {
        var answer = await AwsFailure.TranslatingAsync($"ssm:GetParameter on {name}", endpoint, () =>
            parameters.GetParameterAsync(new GetParameterRequest { Name = name, WithDecryption = true }, cancellationToken)).ConfigureAwait(false);
        return ChatWebhook.TryRead(name, answer.Parameter?.Value ?? "", kind, out var webhook, out var mistake)
            ? webhook
            : throw new ProblemException([new Problem(
                Unusable, "Parameter Store", name, mistake, "the https address of an incoming webhook of Slack, or of a workflow of Teams",
                "Store the channel's webhook anew; the value is a secret and is shown nowhere.")]);
    }
}
