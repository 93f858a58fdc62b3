using FinOps.Core.Problems;
using FinOps.Infra.Settings;
using Pulumi;

namespace FinOps.Infra.Allocation;

public sealed class AllocationPart() : StackPart<AllocationSettings>("allocation")
{
    /// <exception cref="ProblemException">FIN1104: the standard has no allocation key, or one whose values are not listed.</exception>
    protected override Func<StackScope, ComponentResource>? Plan(AllocationSettings settings, StackFacts facts, SettingsProblems problems)
    {
        if (!settings.Enabled)
        {
            return null;
        }

        var standard = facts.Standard;
        var owner = standard.AllocationKey is { } name && standard.Key(name) is { Values.IsEmpty: false } rule
            ? rule
            : throw new ProblemException([new Problem("FIN1104", standard.Source, "allocationKey", standard.AllocationKey ?? "nothing", "a cost allocation key with listed values", "Set allocationKey: Team and list the teams under 'teams'.")]);
        return _ => new CostAllocation("allocation", standard, owner, facts.Tags);
    }
}
