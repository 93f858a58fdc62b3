using FinOps.Core.Scheduling.Savings;

namespace FinOps.Functions.Scheduling.Memory;

/// <summary>What one run leaves for the next. Without it nothing is switched otherwise; only less can be told.</summary>
internal sealed record SchedulerMemory
{
    /// <summary>Since when databases are stopped that the scheduler has not started since, by ARN.</summary>
    public Dictionary<string, DateTimeOffset> Stops { get; init; } = [];

    /// <summary>Hours and their cost as the bill had them, so that Cost Explorer is asked, and paid, once a day.</summary>
    public List<BilledHours> Rates { get; init; } = [];

    /// <summary>The end of the days that the rates are of; null when they were never read.</summary>
    public DateOnly? RatesUntil { get; init; }

    /// <summary>The day of the last report that was kept.</summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>The day of the last mail.</summary>
    public DateOnly? MailedOn { get; init; }
}
