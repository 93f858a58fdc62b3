using System.Text.Json;

namespace FinOps.Infra.Reporting;

/// <summary>IAM policy documents with the actions that are called and, where AWS supports them, the resources they are called on.</summary>
internal static class PolicyDocuments
{
    private const string Version = "2012-10-17";

    /// <param name="service">The service principal that may assume the role.</param>
    /// <param name="sourceAccount">Binds the service to calls on behalf of this account (the confused-deputy condition).</param>
    public static string TrustService(string service, string? sourceAccount = null)
    {
        var statement = new Dictionary<string, object>
        {
            ["Effect"] = "Allow",
            ["Principal"] = new { Service = service },
            ["Action"] = "sts:AssumeRole",
        };
        if (sourceAccount is not null)
        {
            statement["Condition"] = new { StringEquals = new Dictionary<string, string> { ["aws:SourceAccount"] = sourceAccount } };
        }

        return JsonSerializer.Serialize(new { Version, Statement = new[] { statement } });
    }

    /// <summary>Cost Explorer knows no resource-level permissions for these reads, so its statement stands on *.</summary>
    public static string CostAnalyzer(string bucketArn, string logGroupArn, string accountId, string region, string from) => Document(
        Allow("ReadCost", ["ce:GetCostAndUsage"], ["*"]),
        Allow("ReadBudgets", ["budgets:ViewBudget"], [$"arn:aws:budgets::{accountId}:budget/*"]),
        Allow("StoreReports", ["s3:PutObject", "s3:GetObject"], [$"{bucketArn}/*"]),
        // Without it S3 answers 403 instead of 404 for an object that is not there.
        Allow("KnowWhatIsStored", ["s3:ListBucket"], [bucketArn]),
        Allow("MailReports", ["ses:SendEmail"], [$"arn:aws:ses:{region}:{accountId}:identity/{from}", $"arn:aws:ses:{region}:{accountId}:identity/{from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}"]),
        Allow("WriteLogs", ["logs:CreateLogStream", "logs:PutLogEvents"], [$"{logGroupArn}:*"]));

    /// <summary>Cost allocation tags are no resources with ARNs, so their statement stands on *.</summary>
    public static string TagActivator(string logGroupArn) => Document(
        Allow(
            "ActivateTags",
            ["ce:ListCostAllocationTags", "ce:UpdateCostAllocationTagsStatus", "ce:ListCostAllocationTagBackfillHistory", "ce:StartCostAllocationTagBackfill"],
            ["*"]),
        Allow("WriteLogs", ["logs:CreateLogStream", "logs:PutLogEvents"], [$"{logGroupArn}:*"]));

    public static string Invoke(string functionArn) => Document(Allow("Invoke", ["lambda:InvokeFunction"], [functionArn, $"{functionArn}:*"]));

    private static object Allow(string sid, string[] actions, string[] resources) => new { Sid = sid, Effect = "Allow", Action = actions, Resource = resources };

    private static string Document(params object[] statements) => JsonSerializer.Serialize(new { Version, Statement = statements });
}
