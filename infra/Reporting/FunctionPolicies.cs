using FinOps.Infra.Permissions;
using FinOps.Infra.Reporting.Mail;

namespace FinOps.Infra.Reporting;

/// <summary>What the functions may do: the actions they call and, where AWS supports them, the resources they are called on.</summary>
internal static class FunctionPolicies
{
    /// <summary>Cost Explorer knows no resource-level permissions for these reads, so its statement stands on *.</summary>
    /// <param name="configurationSet">SES asks for it too when mail names a configuration set; null when it names none.</param>
    public static string CostAnalyzer(string bucketArn, string logGroupArn, string deadLettersArn, string accountId, string region, string from, string? configurationSet) => PolicyDocument.Of(
        Allow("ReadCost", ["ce:GetCostAndUsage"], ["*"]),
        Allow("ReadBudgets", ["budgets:ViewBudget"], [$"arn:aws:budgets::{accountId}:budget/*"]),
        Allow("StoreReports", ["s3:PutObject", "s3:GetObject"], [$"{bucketArn}/*"]),
        // Without it S3 answers 403 instead of 404 for an object that is not there.
        Allow("KnowWhatIsStored", ["s3:ListBucket"], [bucketArn]),
        Allow("MailReports", ["ses:SendEmail"], [$"arn:aws:ses:{region}:{accountId}:identity/{from}", $"arn:aws:ses:{region}:{accountId}:identity/{ReportMail.DomainOf(from)}", .. configurationSet is null ? (string[])[] : [$"arn:aws:ses:{region}:{accountId}:configuration-set/{configurationSet}"]]),
        WriteLogs(logGroupArn),
        LeaveDeadLetters(deadLettersArn));

    /// <summary>Cost allocation tags are no resources with ARNs, so their statement stands on *.</summary>
    public static string TagActivator(string logGroupArn, string deadLettersArn) => PolicyDocument.Of(
        Allow(
            "ActivateTags",
            ["ce:ListCostAllocationTags", "ce:UpdateCostAllocationTagsStatus", "ce:ListCostAllocationTagBackfillHistory", "ce:StartCostAllocationTagBackfill"],
            ["*"]),
        WriteLogs(logGroupArn),
        LeaveDeadLetters(deadLettersArn));

    /// <summary>What Scheduler does under a schedule's role.</summary>
    public static string Invoke(string functionArn, string deadLettersArn) => PolicyDocument.Of(
        Allow("Invoke", ["lambda:InvokeFunction"], [functionArn]),
        LeaveDeadLetters(deadLettersArn));

    /// <summary>Lambda itself does it under a function's role.</summary>
    private static object WriteLogs(string logGroupArn) => Allow("WriteLogs", ["logs:CreateLogStream", "logs:PutLogEvents"], [$"{logGroupArn}:*"]);

    /// <summary>Scheduler and Lambda themselves do it, under the role of a schedule or a function, when a run has failed for good.</summary>
    private static object LeaveDeadLetters(string queueArn) => Allow("LeaveDeadLetters", ["sqs:SendMessage"], [queueArn]);

    private static object Allow(string sid, string[] actions, string[] resources) => new { Sid = sid, Effect = "Allow", Action = actions, Resource = resources };
}
