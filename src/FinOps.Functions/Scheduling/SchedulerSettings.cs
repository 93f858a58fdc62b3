using FinOps.Core.Problems;
using FinOps.Core.Scheduling.Decisions;
using FinOps.Core.Scheduling.Schedules;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Scheduling;

/// <summary>The scheduler's settings as the environment of the function holds them.</summary>
public static class SchedulerSettings
{
    /// <summary><c>office-hours=Mon-Fri 08:00-18:00;batch=daily 02:00-05:00 @ UTC</c>.</summary>
    public const string SchedulesVariable = "FINOPS_SCHEDULES";

    public const string TimeZoneVariable = "FINOPS_SCHEDULE_TIME_ZONE";
    public const string HolidaysVariable = "FINOPS_SCHEDULE_HOLIDAYS";
    public const string TagVariable = "FINOPS_SCHEDULE_TAG";
    public const string EnvironmentsVariable = "FINOPS_SCHEDULE_ENVIRONMENTS";
    public const string ProductionVariable = "FINOPS_SCHEDULE_PRODUCTION";
    public const string ExemptVariable = "FINOPS_SCHEDULE_EXEMPT";
    public const string RegionsVariable = "FINOPS_SCHEDULE_REGIONS";
    public const string ApplyVariable = "FINOPS_SCHEDULE_APPLY";

    private const string Source = "environment";

    /// <exception cref="ProblemException">FIN5003, FIN5100, FIN5101, FIN5102: all mistakes at once.</exception>
    public static SchedulerOptions FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var problems = new List<Problem>();
        var schedules = Schedules(variable(SchedulesVariable) ?? Defaults.Schedules, problems);
        var apply = variable(ApplyVariable) is { Length: > 0 } text ? text switch
        {
            "true" => true,
            "false" => false,
            _ => Wrong(problems, ApplyVariable, text, "true or false", "Set true to have resources switched; without it the function looks only."),
        } : false;
        var book = Try(problems, () => ScheduleBook.Read(Source, schedules, List(variable(HolidaysVariable)), variable(TimeZoneVariable) is { Length: > 0 } zone ? zone : Defaults.TimeZone));
        var rules = Try(problems, () => SwitchRules.Create(
            Source, variable(TagVariable) ?? Defaults.ScheduleTag, List(variable(EnvironmentsVariable) ?? Defaults.Environments), List(variable(ProductionVariable) ?? Defaults.Production), List(variable(ExemptVariable))));
        return problems.Count > 0 ? throw new ProblemException(problems) : new SchedulerOptions(book!, rules!, apply) { Regions = List(variable(RegionsVariable)) };
    }

    /// <summary>What holds where nothing is set; the same as the stack's own defaults.</summary>
    internal static class Defaults
    {
        public const string Schedules = "office-hours=Mon-Fri 08:00-18:00;extended-hours=Mon-Sat 06:00-22:00";
        public const string TimeZone = "UTC";
        public const string ScheduleTag = "Schedule";
        public const string Environments = "dev,test,sandbox";
        public const string Production = "prod";
    }

    private static Dictionary<string, string> Schedules(string text, List<Problem> problems)
    {
        var schedules = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var each in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (each.Split('=', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, { Length: > 0 } hours] || !schedules.TryAdd(name, hours))
                Wrong(problems, SchedulesVariable, each, "a name, '=' and hours, each name once", "Write office-hours=Mon-Fri 08:00-18:00.");
        return schedules;
    }

    private static string[] List(string? text) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool Wrong(List<Problem> problems, string path, string found, string allowed, string fix)
    {
        problems.Add(new Problem(AwsFailure.Settings, Source, path, $"'{found}'", allowed, fix));
        return false;
    }

    private static T? Try<T>(List<Problem> problems, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (ProblemException mistakes)
        {
            problems.AddRange(mistakes.Problems);
            return null;
        }
    }
}
