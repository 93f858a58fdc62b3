using FinOps.Infra.Reporting.Functions;
using FinOps.Infra.Reporting.Mail;
using FinOps.Infra.Reporting.Operations;
using FinOps.Infra.Settings;
using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Reporting;

/// <summary>The functions that report, where they mail to and what they keep.</summary>
public sealed record ReportingSettings
{
    /// <summary>Sender; must be a verified SES identity in a real account (see mail.identity).</summary>
    [Email]
    public required string From { get; init; }

    /// <summary>Recipients of the weekly cost report; 50 is what SES takes in one call.</summary>
    [Email]
    [Items(1, 50, "recipients", "Use a group address when there are more.")]
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>When the cost report runs, as EventBridge Scheduler writes it.</summary>
    [ScheduleExpression]
    public string Schedule { get; init; } = "cron(0 7 ? * MON *)";

    /// <summary>The time zone in which the schedule is read.</summary>
    [TimeZoneName]
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Memory of the function in MB (the range is AWS Lambda's).</summary>
    [Between(128, 10_240, "MB")]
    public int MemoryMb { get; init; } = 512;

    /// <summary>After how many seconds the function is stopped (the range is AWS Lambda's).</summary>
    [Between(1, 900, "seconds")]
    public int TimeoutSeconds { get; init; } = 300;

    /// <summary>One of CloudWatch Logs' retention periods, in days.</summary>
    [OneOf("1", "3", "5", "7", "14", "30", "60", "90", "120", "150", "180", "365", "400", "545", "731", "1096", "1827", "2192", "2557", "2922", "3288", "3653")]
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>Days after which stored reports expire.</summary>
    [Between(30, 3_650, "days")]
    public int ReportRetentionDays { get; init; } = 400;

    /// <summary>Whether destroying the stack deletes the stored reports; without it, destroying stops at a bucket that is not empty.</summary>
    public bool DeleteReportsWithStack { get; init; }

    /// <summary>Whether the functions' logs are encrypted with a key of this stack; without it, CloudWatch Logs encrypts them with a key of its own.</summary>
    [OnFrom(AdoptionMode.Guard)]
    public bool EncryptLogs { get; init; }

    /// <summary>How a run that fails is tried again.</summary>
    public RetrySettings Retry { get; init; } = new();

    /// <summary>Alarms and dashboard.</summary>
    public OperationsSettings Operations { get; init; } = new();

    /// <summary>How reports are mailed.</summary>
    public MailSettings Mail { get; init; } = new();

    /// <summary>The chat channel; none without it.</summary>
    public ChatSettings? Chat { get; init; }

    /// <summary>The weekly cost report.</summary>
    public CostAnalyzerSettings CostAnalyzer { get; init; } = new();

    /// <summary>The tag activator.</summary>
    public TagActivatorSettings TagActivator { get; init; } = new();

    /// <summary>What tells owners of alerts.</summary>
    public BudgetResponderSettings BudgetResponder { get; init; } = new();

    /// <summary>How functions find the resources of the organization.</summary>
    public ScanSettings Scan { get; init; } = new();

    /// <summary>The compliance checker.</summary>
    public ComplianceCheckerSettings ComplianceChecker { get; init; } = new();

    /// <summary>The report of savings opportunities.</summary>
    public OptimizationInsightsSettings OptimizationInsights { get; init; } = new();

    /// <summary>The scheduler of what is not production.</summary>
    public NonprodSchedulerSettings NonprodScheduler { get; init; } = new();

    /// <summary>The tag inventory.</summary>
    public TagInventorySettings TagInventory { get; init; } = new();

    /// <summary>What tells each owner once a week.</summary>
    public DigestSettings Digest { get; init; } = new();
}
