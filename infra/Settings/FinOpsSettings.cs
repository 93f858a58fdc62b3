namespace FinOps.Infra.Settings;

/// <summary>Everything that a stack may configure; <c>Pulumi.STACK.yaml</c> under the namespace of the project.</summary>
/// <param name="Tags">Tags of every resource of this stack; must satisfy the tag standard.</param>
public sealed record FinOpsSettings(
    IReadOnlyDictionary<string, string> Tags,
    BudgetSettings Budgets,
    AnomalySettings Anomalies,
    ReportingSettings Reporting);

/// <param name="OrganizationMonthly">Limit of the whole organization, USD a month.</param>
/// <param name="AccountMonthly">Limit of an account that <paramref name="Accounts"/> does not name, USD a month.</param>
/// <param name="Accounts">Limits by account id or account name, USD a month.</param>
/// <param name="ActualAlerts">Percentages of the limit at which actual spend alerts.</param>
/// <param name="ForecastAlerts">Percentages of the limit at which forecast spend alerts.</param>
/// <param name="Emails">1 to 10 recipients (the limit AWS Budgets has for one notification).</param>
public sealed record BudgetSettings(
    decimal OrganizationMonthly,
    decimal AccountMonthly,
    IReadOnlyDictionary<string, decimal> Accounts,
    IReadOnlyList<decimal> ActualAlerts,
    IReadOnlyList<decimal> ForecastAlerts,
    IReadOnlyList<string> Emails);

/// <param name="MinimumUsd">Total impact in USD from which an anomaly is reported.</param>
/// <param name="MinimumPercent">Total impact in percent of the expected spend; both must be reached.</param>
/// <param name="Frequency">DAILY or WEEKLY (e-mail; IMMEDIATE needs SNS).</param>
/// <param name="Emails">Recipients.</param>
public sealed record AnomalySettings(decimal MinimumUsd, decimal MinimumPercent, string Frequency, IReadOnlyList<string> Emails);

/// <param name="From">Sender; must be a verified SES identity in a real account.</param>
/// <param name="To">Recipients of the weekly cost report.</param>
/// <param name="Schedule">An EventBridge Scheduler expression: <c>cron(...)</c> or <c>rate(...)</c>.</param>
/// <param name="TimeZone">IANA name in which the schedule is read.</param>
/// <param name="MemoryMb">128 to 10,240 (AWS Lambda's limits).</param>
/// <param name="TimeoutSeconds">1 to 900 (AWS Lambda's limit).</param>
/// <param name="LogRetentionDays">One of CloudWatch Logs' retention periods.</param>
/// <param name="ReportRetentionDays">Days after which stored reports expire.</param>
/// <param name="DeleteReportsWithStack">Whether destroying the stack deletes the stored reports; without it, destroying stops at a bucket that is not empty.</param>
public sealed record ReportingSettings(
    string From,
    IReadOnlyList<string> To,
    string Schedule,
    string TimeZone,
    int MemoryMb,
    int TimeoutSeconds,
    int LogRetentionDays,
    int ReportRetentionDays,
    bool DeleteReportsWithStack);
