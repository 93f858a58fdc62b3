using FinOps.Infra.Permissions;

namespace FinOps.Infra.Audit;

/// <summary>
/// Who may publish to the audit topic and use its key. Neither statement for EventBridge has a condition: AWS takes none in topic policies for
/// EventBridge, nor in the policies of keys of topics that EventBridge publishes to, and would drop the messages without a word.
/// </summary>
internal static class AuditPolicies
{
    private const string EventBridge = "events.amazonaws.com";

    public static string Topic(string topicArn) => PolicyDocument.Of(
        new { Sid = "TellChanges", Effect = "Allow", Principal = new { Service = EventBridge }, Action = "sns:Publish", Resource = topicArn });

    public static string Key(string accountId) => PolicyDocument.Of(
        PolicyDocument.AdministerKey(accountId),
        new { Sid = "EncryptMessages", Effect = "Allow", Principal = new { Service = EventBridge }, Action = new[] { "kms:GenerateDataKey*", "kms:Decrypt" }, Resource = "*" });
}
