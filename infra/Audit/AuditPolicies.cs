using System.Text.Json;

namespace FinOps.Infra.Audit;

/// <summary>
/// Who may publish to the audit topic and use its key. Neither statement for EventBridge has a condition: AWS takes none in topic policies for
/// EventBridge, nor in the policies of keys of topics that EventBridge publishes to, and would drop the messages without a word.
/// </summary>
internal static class AuditPolicies
{
    private const string EventBridge = "events.amazonaws.com";

    public static string Topic(string topicArn) => Document(
        new { Sid = "TellChanges", Effect = "Allow", Principal = new { Service = EventBridge }, Action = "sns:Publish", Resource = topicArn });

    public static string Key(string accountId) => Document(
        new { Sid = "Administer", Effect = "Allow", Principal = new { AWS = $"arn:aws:iam::{accountId}:root" }, Action = "kms:*", Resource = "*" },
        new { Sid = "EncryptMessages", Effect = "Allow", Principal = new { Service = EventBridge }, Action = new[] { "kms:GenerateDataKey*", "kms:Decrypt" }, Resource = "*" });

    private static string Document(params object[] statements) => JsonSerializer.Serialize(new { Version = "2012-10-17", Statement = statements });
}
