using FinOps.Infra.Permissions;

namespace FinOps.Infra.Reporting.Operations;

/// <summary>Who may publish to the ops topic and use its key: alarms of this stack, and SES about the mail of its configuration set.</summary>
internal static class OperationsPolicies
{
    private const string CloudWatch = "cloudwatch.amazonaws.com";
    private const string Ses = "ses.amazonaws.com";

    /// <param name="configurationSet">Null when no mail is told about.</param>
    public static string Topic(string topicArn, string accountId, string region, string? configurationSet) => PolicyDocument.Of(
    [
        Publish("Alarms", CloudWatch, topicArn, accountId, $"arn:aws:cloudwatch:{region}:{accountId}:alarm:finops-*"),
        .. configurationSet is null ? [] : new[] { Publish("Bounces", Ses, topicArn, accountId, $"arn:aws:ses:{region}:{accountId}:configuration-set/{configurationSet}") },
    ]);

    /// <summary>SES sends no source with its calls of KMS, so its statement has no condition; what it may publish, the topic's policy says.</summary>
    public static string Key(string accountId, string? configurationSet) => PolicyDocument.Of(
    [
        PolicyDocument.AdministerKey(accountId),
        new { Sid = "EncryptAlarms", Effect = "Allow", Principal = new { Service = CloudWatch }, Action = Use, Resource = "*", Condition = new { StringEquals = Account(accountId) } },
        .. configurationSet is null ? [] : new object[] { new { Sid = "EncryptBounces", Effect = "Allow", Principal = new { Service = Ses }, Action = Use, Resource = "*" } },
    ]);

    private static string[] Use => ["kms:GenerateDataKey*", "kms:Decrypt"];

    private static object Publish(string sid, string service, string topicArn, string accountId, string source) => new
    {
        Sid = sid,
        Effect = "Allow",
        Principal = new { Service = service },
        Action = "sns:Publish",
        Resource = topicArn,
        Condition = new { StringEquals = Account(accountId), ArnLike = new Dictionary<string, string> { ["aws:SourceArn"] = source } },
    };

    private static Dictionary<string, string> Account(string accountId) => new() { ["aws:SourceAccount"] = accountId };
}
