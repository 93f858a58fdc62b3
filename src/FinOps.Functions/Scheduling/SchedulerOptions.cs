using FinOps.Core.Scheduling.Decisions;
using FinOps.Core.Scheduling.Schedules;

namespace FinOps.Functions.Scheduling;

/// <param name="Apply">False to look only, which is the default everywhere.</param>
/// <param name="RunId">Null for one made from the time.</param>
public sealed record SchedulerOptions(ScheduleBook Book, SwitchRules Rules, bool Apply, string? RunId = null)
{
    /// <summary>The regions to look into; all that an account may use when there are none.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>How many accounts or regions are looked into at once.</summary>
    public int Concurrency { get; init; } = 16;
}
