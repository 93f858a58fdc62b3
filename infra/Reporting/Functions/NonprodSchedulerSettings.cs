using System.Text;
using FinOps.Core.Problems;
using FinOps.Core.Scheduling.Decisions;
using FinOps.Core.Scheduling.Schedules;
using FinOps.Infra.Settings;
using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Reporting.Functions;

/// <summary>The function that starts and stops what is not production. It is there when member accounts have a scheduler role; environments and the schedule tag are those of <c>finops:members</c>.</summary>
public sealed record NonprodSchedulerSettings : ICheckedSettings
{
    /// <summary>What a Lambda function's environment holds besides the names of schedules and days, in bytes, is less than a thousand of 4,096.</summary>
    private const int MostBytes = 3_000;

    /// <summary>Whether it is deployed.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether it switches; without it, it tells only what it would do.</summary>
    public bool Apply { get; init; }

    /// <summary>When it runs: so often that nothing waits long for its schedule.</summary>
    [ScheduleExpression]
    public string Schedule { get; init; } = "cron(0/30 * * * ? *)";

    /// <summary>Hours by the names that the schedule tag may have, for example <c>Mon-Fri 08:00-18:00</c>.</summary>
    public IReadOnlyDictionary<string, string> Schedules { get; init; } = new Dictionary<string, string>
    {
        ["office-hours"] = "Mon-Fri 08:00-18:00",
        ["extended-hours"] = "Mon-Sat 06:00-22:00",
    };

    /// <summary>The time zone of schedules that name none.</summary>
    [TimeZoneName]
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Days on which no schedule opens: <c>2026-12-25</c>, or <c>12-25</c> for every year.</summary>
    public IReadOnlyList<string> Holidays { get; init; } = [];

    /// <summary>ARNs that are never switched; <c>*</c> is any text.</summary>
    public IReadOnlyList<string> Exempt { get; init; } = [];

    /// <summary>The regions to look into; all that an account may use when there are none.</summary>
    [Matches("[a-z]{2}(-[a-z]+)+-[0-9]", "a region", "eu-central-1")]
    public IReadOnlyList<string> Regions { get; init; } = [];

    public void Check(SettingsProblems problems)
    {
        Told(problems, () => ScheduleBook.Read(problems.File, Schedules, Holidays, TimeZone));
        Told(problems, () => SwitchRules.Create(problems.File, "Schedule", ["dev"], ["prod"], Exempt));
        foreach (var (path, text) in Schedules.Select(each => ($"schedules.{each.Key}", each.Value)).Concat(Exempt.Select((each, at) => ($"exempt[{at}]", each))).Where(each => each.Item2.AsSpan().ContainsAny(",;")))
        {
            problems.At(path).Add($"'{text}'", "text without ',' and ';'", "Write several entries instead.", "FIN1290");
        }

        var bytes = Encoding.UTF8.GetByteCount(string.Concat(Schedules.SelectMany(each => new[] { each.Key, each.Value }).Concat(Holidays).Concat(Exempt).Concat(Regions)));
        if (bytes > MostBytes)
        {
            problems.Add($"{bytes} bytes of schedules, holidays, exemptions and regions", $"at most {MostBytes}, which is what the function's environment has room for", "Shorten the lists: holidays of every year are written once.", "FIN1291");
        }
    }

    private static void Told(SettingsProblems problems, Action read)
    {
        try
        {
            read();
        }
        catch (ProblemException refused)
        {
            foreach (var problem in refused.Problems)
            {
                problems.At(problem.Path).Add(problem.Found, problem.Allowed, problem.Fix, "FIN1290");
            }
        }
    }
}
