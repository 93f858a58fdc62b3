namespace FinOps.Core.Scheduling.Schedules;

/// <summary>Hours of days in which something is needed, by the clocks of a time zone.</summary>
/// <param name="Days">The days on which it begins.</param>
/// <param name="From">When it begins.</param>
/// <param name="Length">More than nothing, at most a day; past midnight it runs into the next day.</param>
internal sealed record WorkPeriod(IReadOnlySet<DayOfWeek> Days, TimeOnly From, TimeSpan Length);
