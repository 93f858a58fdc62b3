using FinOps.Infra.Schedules;

namespace FinOps.Infra.Reporting.Operations;

/// <summary>How far back an alarm looks for a run, so that it tells of a function that no longer runs and of no other.</summary>
/// <param name="Hours">Periods of an hour.</param>
internal sealed record RunWatch(int Hours)
{
    public const int PeriodSeconds = 3_600;

    /// <summary>CloudWatch's longest range of an alarm with periods of an hour: seven days.</summary>
    private const int MostHours = 168;

    /// <summary>CloudWatch's longest warm-up of an alarm, in minutes: two days.</summary>
    private const int LongestWarmUp = 2_880;

    /// <summary>For so long a new alarm says nothing: the function has not had its first run.</summary>
    public int WarmUpMinutes => Math.Min(Hours * 60, LongestWarmUp);

    /// <param name="late">By how much one run may come later than the one before it.</param>
    /// <returns>Null when runs are further apart than an alarm looks back, or come to an end: nobody can tell then whether one is missing.</returns>
    public static RunWatch? Of(string schedule, TimeSpan late) =>
        ScheduleExpression.Parse(schedule)?.LongestGap is { } gap && gap.TotalHours <= MostHours
            ? new RunWatch(Math.Min((int)Math.Ceiling((gap + late).TotalHours), MostHours))
            : null;

    /// <summary>The window in which Scheduler starts a run, its last retry, and the hour by which a change of the clock moves it.</summary>
    public static TimeSpan Late(RetrySettings retry) => TimeSpan.FromMinutes(retry.WindowMinutes + retry.MaxAgeMinutes) + TimeSpan.FromHours(1);
}
