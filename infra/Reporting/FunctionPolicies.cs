using FinOps.Infra.Permissions;

namespace FinOps.Infra.Reporting;

/// <summary>What the functions may do: the actions they call and, where AWS supports them, the resources they are called on.</summary>
internal static class FunctionPolicies
{
    /// <summary>Cost Explorer knows no resource-level permissions for these reads, so its statement stands on *.</summary>
    public static string CostAnalyzer(string bucketArn, string logGroupArn, string accountId, string region, string from) => PolicyDocument.Of(
        Allow("ReadCost", ["ce:GetCostAndUsage"], ["*"]),
        Allow("ReadBudgets", ["budgets:ViewBudget"], [$"arn:aws:budgets::{accountId}:budget/*"]),
        Allow("StoreReports", ["s3:PutObject", "s3:GetObject"], [$"{bucketArn}/*"]),
        // Without it S3 answers 403 instead of 404 for an object that is not there.
        Allow("KnowWhatIsStored", ["s3:ListBucket"], [bucketArn]),
        Allow("MailReports", ["ses:SendEmail"], [$"arn:aws:ses:{region}:{accountId}:identity/{from}", $"arn:aws:ses:{region}:{accountId}:identity/{from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}"]),
        Allow("WriteLogs", ["logs:CreateLogStream", "logs:PutLogEvents"], [$"{logGroupArn}:*"]));

    /// <summary>Cost allocation tags are no resources with ARNs, so their statement stands on *.</summary>
    public static string TagActivator(string logGroupArn) => PolicyDocument.Of(
        Allow(
            "ActivateTags",
            ["ce:ListCostAllocationTags", "ce:UpdateCostAllocationTagsStatus", "ce:ListCostAllocationTagBackfillHistory", "ce:StartCostAllocationTagBackfill"],
            ["*"]),
        Allow("WriteLogs", ["logs:CreateLogStream", "logs:PutLogEvents"], [$"{logGroupArn}:*"]));

    public static string Invoke(string functionArn) => PolicyDocument.Of(Allow("Invoke", ["lambda:InvokeFunction"], [functionArn]));

    private static object Allow(string sid, string[] actions, string[] resources) => new { Sid = sid, Effect = "Allow", Action = actions, Resource = resources };
}
