namespace FinOps.Core.Scheduling.Schedules;

/// <summary>From an instant up to, not including, another.</summary>
internal readonly record struct OpenInterval(DateTimeOffset Start, DateTimeOffset End);
