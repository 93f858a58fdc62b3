using FinOps.Infra.Settings;
using Pulumi;

namespace FinOps.Infra.Rollout;

/// <summary>Has the waves checked; what they attach is declared with the policies themselves, by the part of governance.</summary>
public sealed class RolloutPart() : StackPart<RolloutSettings>("rollout")
{
    protected override Func<StackScope, ComponentResource>? Plan(RolloutSettings settings, StackFacts facts, SettingsProblems problems) => null;
}
