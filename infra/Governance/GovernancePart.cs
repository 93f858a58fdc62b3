using System.Collections.Immutable;
using FinOps.Core.Governance.ConfigRules;
using FinOps.Core.Governance.Guardrails;
using FinOps.Infra.Organization;
using FinOps.Infra.Rollout;
using FinOps.Infra.Settings;
using Pulumi;

namespace FinOps.Infra.Governance;

public sealed class GovernancePart() : AskingStackPart<GovernanceSettings>("governance")
{
    private const string Root = "root";

    protected override async Task<Func<StackScope, ComponentResource>?> PlanAsync(GovernanceSettings settings, StackFacts facts, SettingsProblems problems)
    {
        if (!settings.Enabled)
        {
            return null;
        }

        var waves = facts.Find<RolloutSettings>()?.Forms();
        if (waves is not null && settings.Targets is not null)
        {
            problems.At("targets").Add("targets beside the waves of finops:rollout", "one of the two", "Remove targets: each of them belongs into a wave.", "FIN1213");
        }

        var targets = await TargetsAsync(waves ?? settings.Targets ?? GovernanceSettings.RootReports, facts.Organization, problems.At("targets"));
        CheckPolicyTypes(targets, facts.Organization, problems);
        var plan = problems.Collect(() => GuardrailPlan.Build(facts.Standard, Options(settings, problems), targets));
        var rules = settings.ConfigRule ? problems.Collect(() => RequiredTagsRule.Of(facts.Standard, problems.File, problems.At("configRule").Path).ToList()) : [];
        var excluded = settings.ConfigRuleExcludes
            .Select((account, at) => facts.Organization.Account(account, problems.At("configRuleExcludes").At($"[{at}]"))?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal)
            .ToList();
        return plan is null || rules is null ? null : _ => new TagGovernance("governance", new TagGovernanceArgs(plan, rules, excluded, facts.Tags));
    }

    private static GuardrailOptions Options(GovernanceSettings settings, SettingsProblems problems) => new()
    {
        Actions = [.. settings.Actions],
        DenyOtherValues = settings.DenyOtherValues,
        BreakGlass = [.. settings.BreakGlass],
        TagEditors = [.. settings.TagEditors],
        ChildOperators = [.. settings.ChildOperators],
        File = problems.File,
        Path = problems.Path,
    };

    private static async Task<List<GuardrailTarget>> TargetsAsync(IReadOnlyDictionary<string, GuardrailForm> forms, OrganizationModel organization, SettingsProblems problems)
    {
        var (attached, targets) = (new AttachedPolicies(), new List<GuardrailTarget>());
        foreach (var (name, form) in forms)
        {
            if (Find(name, organization, problems.At(name)) is not { } found)
            {
                continue;
            }

            var above = new List<GuardrailPlace>();
            foreach (var id in Above(found.ParentId, organization))
            {
                above.Add(new GuardrailPlace(id, await attached.OnAsync(id)));
            }

            targets.Add(new GuardrailTarget(found.Id, name, form, await attached.OnAsync(found.Id)) { Above = [.. above] });
        }

        return targets;
    }

    /// <summary>An account's id and name cannot be mistaken for a unit's, so each is told apart by what the organization has.</summary>
    private static (string Id, string? ParentId)? Find(string name, OrganizationModel organization, SettingsProblems problems)
    {
        if (name == Root || name == organization.RootId)
        {
            return (organization.RootId, null);
        }

        if (organization.Accounts.Concat(organization.ClosedAccounts).Any(account => account.Id == name || account.Name == name))
        {
            return organization.Account(name, problems) is { } account ? (account.Id, account.ParentId) : null;
        }

        return organization.Unit(name, problems) is { } unit ? (unit.Id, unit.ParentId) : null;
    }

    /// <summary>From the root down to the parent.</summary>
    private static ImmutableArray<string> Above(string? parentId, OrganizationModel organization)
    {
        var above = new List<string>();
        for (var id = parentId; id is not null; id = organization.Units.FirstOrDefault(unit => unit.Id == id)?.ParentId)
        {
            above.Insert(0, id);
        }

        return [.. above];
    }

    private static void CheckPolicyTypes(List<GuardrailTarget> targets, OrganizationModel organization, SettingsProblems problems)
    {
        var needed = targets.Count == 0 ? [] : targets.Any(target => target.Form == GuardrailForm.Enforcing)
            ? Enum.GetValues<GuardrailKind>()
            : [GuardrailKind.TagPolicy];
        foreach (var type in needed.Select(GuardrailPolicy.TypeOf).Except(organization.EnabledPolicyTypes))
        {
            problems.Add($"policies of the type {type}, which is not enabled", string.Join(", ", organization.EnabledPolicyTypes.DefaultIfEmpty("nothing")),
                $"Enable it once: aws organizations enable-policy-type --root-id {organization.RootId} --policy-type {type}.", "FIN1180");
        }
    }
}
