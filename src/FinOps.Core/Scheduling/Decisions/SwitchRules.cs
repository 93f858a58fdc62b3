using FinOps.Core.Problems;
using FinOps.Core.Text;

namespace FinOps.Core.Scheduling.Decisions;

/// <summary>What may be switched at all. The roles in member accounts hold the same lists, so that AWS refuses what this would wrongly allow.</summary>
public sealed class SwitchRules
{
    public const string ProblemId = "FIN5102";

    private SwitchRules(string scheduleKey, IReadOnlyList<string> environments, IReadOnlyList<string> production, IReadOnlyList<string> exempt) =>
        (ScheduleKey, Environments, Production, Exempt) = (scheduleKey, environments, production, exempt);

    public const string EnvironmentKey = "Environment";

    public string ScheduleKey { get; }

    /// <summary>The tag that overrides the schedule for a while.</summary>
    public string OverrideKey => ScheduleKey + "Override";

    /// <summary>Values of the Environment tag that may be switched.</summary>
    public IReadOnlyList<string> Environments { get; }

    public IReadOnlyList<string> Production { get; }

    /// <summary>ARNs that are never switched, in which <c>*</c> stands for any text.</summary>
    public IReadOnlyList<string> Exempt { get; }

    /// <param name="source">Where it is written, for messages.</param>
    /// <exception cref="ProblemException">FIN5102: all mistakes at once.</exception>
    public static SwitchRules Create(string source, string scheduleKey, IReadOnlyList<string> environments, IReadOnlyList<string> production, IReadOnlyList<string> exempt)
    {
        ArgumentNullException.ThrowIfNull(environments);
        ArgumentNullException.ThrowIfNull(production);
        ArgumentNullException.ThrowIfNull(exempt);
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(scheduleKey))
        {
            problems.Add(new Problem(ProblemId, source, "scheduleTag", "nothing", "the key of the tag that names a schedule", "Name it, for example Schedule."));
        }

        if (environments.Count == 0)
        {
            problems.Add(new Problem(ProblemId, source, "environments", "none", "values of the Environment tag that may be stopped", "Name them, for example dev, test, sandbox."));
        }

        if (production.Count == 0)
        {
            problems.Add(new Problem(ProblemId, source, "production", "none", "values of the Environment tag that are never touched", "Name them, for example prod."));
        }

        foreach (var both in environments.Where(value => production.Contains(value, StringComparer.OrdinalIgnoreCase)))
        {
            problems.Add(new Problem(ProblemId, source, "environments", $"'{both}', which is production", "environments that may be stopped", "Remove it from one of the two lists."));
        }

        foreach (var (at, pattern) in exempt.Index().Where(each => !each.Item.StartsWith("arn:", StringComparison.Ordinal)))
        {
            problems.Add(new Problem(ProblemId, source, $"exempt[{at}]", $"'{pattern}'", "an ARN, in which * stands for any text", "Write it like arn:aws:*:*:111122223333:* for an account."));
        }

        return problems.Count > 0 ? throw new ProblemException(problems) : new SwitchRules(scheduleKey, environments, production, exempt);
    }

    internal bool IsExempt(string arn) => Exempt.Any(pattern => Wildcard.Matches(pattern, arn));
}
