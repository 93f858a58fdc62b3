namespace FinOps.Functions.Lambda;

/// <summary>What an invocation answers.</summary>
/// <param name="Report">s3:// addresses of the files, the page first.</param>
/// <param name="Share">Of resources, 1 being all; null when there is no score.</param>
/// <param name="SpendShare">Of what they cost.</param>
/// <param name="ShareBefore">Of the last run that was kept.</param>
/// <param name="CostUsd">What the Cost Explorer requests cost.</param>
/// <param name="NotSeen">What the report could not see, and why.</param>
internal sealed record ComplianceCheckerResult(
    IReadOnlyList<string> Report,
    int Accounts,
    int Resources,
    int NonCompliant,
    int Waived,
    decimal? Share,
    decimal? SpendShare,
    decimal? ShareBefore,
    decimal CostUsd,
    string? MailMessageId,
    IReadOnlyList<string> DeliveredTo,
    IReadOnlyList<string> NotSeen);
