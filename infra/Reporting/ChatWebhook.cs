using Pulumi;
using Pulumi.Aws.Ssm;

namespace FinOps.Infra.Reporting;

/// <summary>Keeps the chat webhook where functions can read it: a secure string of Systems Manager. No function reads it yet, so none may.</summary>
internal static class ChatWebhook
{
    /// <returns>The parameter's name.</returns>
    public static Output<string> Declare(ComponentResource parent, ChatSettings chat, Output<string> keyArn, ReportingPlatformArgs args) =>
        new Parameter("chat-webhook", new ParameterArgs
        {
            Name = $"/finops/{args.StackName}/chat-webhook",
            Description = "The incoming webhook of the chat channel that FinOps writes to.",
            Type = ParameterType.SecureString,
            KeyId = keyArn,
            Value = chat.Webhook,
            Tags = args.Tags,
        }, new CustomResourceOptions { Parent = parent }).Name;
}
