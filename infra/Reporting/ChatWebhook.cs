using Pulumi;
using Pulumi.Aws.Ssm;

namespace FinOps.Infra.Reporting;

/// <summary>Keeps the chat webhook where functions can read it: a secure string of Systems Manager.</summary>
internal static class ChatWebhook
{
    public static string Name(string stackName) => $"/finops/{stackName}/chat-webhook";

    /// <returns>The parameter's name.</returns>
    public static Output<string> Declare(ComponentResource parent, ChatSettings chat, Output<string> keyArn, ReportingPlatformArgs args) =>
        new Parameter("chat-webhook", new ParameterArgs
        {
            Name = Name(args.StackName),
            Description = "The incoming webhook of the chat channel that FinOps writes to.",
            Type = ParameterType.SecureString,
            KeyId = keyArn,
            Value = chat.Webhook,
            Tags = args.Tags,
        }, new CustomResourceOptions { Parent = parent }).Name;
}
