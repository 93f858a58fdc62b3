using System.Text;
using FinOps.Infra.Organization;
using FinOps.Infra.Settings;

namespace FinOps.Infra.Members;

/// <summary>What member accounts get, checked against organization and standard.</summary>
/// <param name="Prefix">What the names of roles and stack set begin with.</param>
/// <param name="Access">The names by which functions get in.</param>
/// <param name="UnitIds">Sorted.</param>
/// <param name="Template">A CloudFormation template.</param>
internal sealed record MembersPlan(MembersSettings Settings, string Prefix, MemberAccess Access, IReadOnlyList<string> UnitIds, string Template)
{
    public const string EnvironmentKey = "Environment";

    /// <summary>IAM's limit for the name of a role.</summary>
    private const int LongestName = 64;

    /// <param name="problems">Takes FIN1260 (units), FIN1261 (environments), FIN1262 (names and size), and FIN1102 for units that are not there.</param>
    public static MembersPlan From(MembersSettings settings, StackFacts facts, SettingsProblems problems)
    {
        var plan = new MembersPlan(settings, MemberAccess.Prefix(facts.StackName), MemberAccess.Of(settings, facts), Units(settings, facts.Organization, problems.At("units")), "");
        CheckEnvironments(settings, facts, problems);
        if (plan.Prefix.Length + MemberTemplate.Scheduler.Length > LongestName)
        {
            problems.Add($"the stack name {facts.StackName}", $"a stack name of at most {LongestName - MemberTemplate.Scheduler.Length - "finops--".Length} characters", "Shorten the stack's name: names of roles begin with it.", "FIN1262");
        }

        plan = plan with { Template = MemberTemplate.Of(plan, facts.AccountId, facts.Organization.Id) };
        var bytes = Encoding.UTF8.GetByteCount(plan.Template);
        if (bytes > MemberTemplate.MaxBytes)
        {
            problems.At("environments").Add($"a template of {bytes} bytes", $"at most {MemberTemplate.MaxBytes} bytes, which is what CloudFormation takes", "Name fewer environments.", "FIN1262");
        }

        return plan;
    }

    private static List<string> Units(MembersSettings settings, OrganizationModel organization, SettingsProblems problems)
    {
        if (settings.Units.Count == 0)
        {
            problems.Add("no unit", "the units whose accounts get the roles", "Name one, for example Workloads, or turn the section off.", "FIN1260");
        }

        var units = settings.Units.Select((name, at) => (Unit: organization.Unit(name, problems.At($"[{at}]")), At: problems.At($"[{at}]"))).Where(each => each.Unit is not null).ToList();
        foreach (var (unit, at) in units)
        {
            // CloudFormation would deploy twice to the accounts below both, and the second deployment fails.
            if (units.FirstOrDefault(other => !ReferenceEquals(other.At, at) && (unit!.Path == other.Unit!.Path ? string.CompareOrdinal(other.At.Path, at.Path) < 0 : unit.Path.StartsWith(other.Unit.Path + "/", StringComparison.Ordinal))).Unit is { } above)
            {
                at.Add($"{unit!.Path}, which {above.Path} covers", "units that do not contain one another", "Remove it.", "FIN1260");
            }
        }

        return [.. units.Select(each => each.Unit!.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static void CheckEnvironments(MembersSettings settings, StackFacts facts, SettingsProblems problems)
    {
        foreach (var (name, values) in ((string, IReadOnlyList<string>)[])[("environments", settings.Environments), ("production", settings.Production)])
        {
            foreach (var (value, at) in values.Select((value, at) => (value, problems.At(name).At($"[{at}]"))))
            {
                if (!facts.Standard.IsAllowed(EnvironmentKey, value))
                {
                    at.Add($"'{value}'", $"a value of {EnvironmentKey}: {facts.Standard.Key(EnvironmentKey)?.Allowed}", "Use a value of the standard.", "FIN1261");
                }
                else if (name == "environments" && settings.Production.Contains(value, StringComparer.Ordinal))
                {
                    at.Add($"'{value}', which is production", "environments that may be stopped", "Remove it here or from production.", "FIN1261");
                }
            }
        }
    }
}
