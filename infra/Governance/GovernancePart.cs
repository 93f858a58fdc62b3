using FinOps.Infra.Settings;
using Pulumi;

namespace FinOps.Infra.Governance;

public sealed class GovernancePart() : StackPart<GovernanceSettings>("governance")
{
    protected override Func<StackScope, ComponentResource>? Plan(GovernanceSettings settings, StackFacts facts, SettingsProblems problems) =>
        settings.Enabled ? _ => new TagGovernance("governance", facts.Standard, facts.Organization.RootId, facts.Tags) : null;
}
