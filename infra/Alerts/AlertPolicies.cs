using FinOps.Infra.Permissions;

namespace FinOps.Infra.Alerts;

/// <summary>Who may publish to the alert topic and use its key. Without both, AWS drops the alert and says nothing.</summary>
internal static class AlertPolicies
{
    private const string Budgets = "budgets.amazonaws.com";

    /// <summary>Cost Anomaly Detection.</summary>
    private const string CostAlerts = "costalerts.amazonaws.com";

    public static string Topic(string topicArn, string accountId) => PolicyDocument.Of(
        Publish("Budgets", Budgets, topicArn, new { StringEquals = Account(accountId), ArnLike = Source($"arn:aws:budgets::{accountId}:*") }),
        Publish("Anomalies", CostAlerts, topicArn, new { StringEquals = Account(accountId) }));

    /// <summary>The key of an AWS-managed alias cannot work: its policy admits no service.</summary>
    public static string Key(string accountId) => PolicyDocument.Of(
        PolicyDocument.AdministerKey(accountId),
        new
        {
            Sid = "EncryptAlerts",
            Effect = "Allow",
            Principal = new { Service = new[] { Budgets, CostAlerts } },
            Action = new[] { "kms:GenerateDataKey*", "kms:Decrypt" },
            Resource = "*",
            Condition = new { StringEquals = Account(accountId) },
        });

    private static object Publish(string sid, string service, string topicArn, object condition) =>
        new { Sid = sid, Effect = "Allow", Principal = new { Service = service }, Action = "sns:Publish", Resource = topicArn, Condition = condition };

    private static Dictionary<string, string> Account(string accountId) => new() { ["aws:SourceAccount"] = accountId };

    private static Dictionary<string, string> Source(string arn) => new() { ["aws:SourceArn"] = arn };
}
