using FinOps.Infra.Reporting;
using FinOps.Infra.Settings;
using Pulumi;

namespace FinOps.Infra.Allocation;

public sealed class AllocationPart() : StackPart<AllocationSettings>("allocation")
{
    protected override Func<StackScope, ComponentResource>? Plan(AllocationSettings settings, StackFacts facts, SettingsProblems problems)
    {
        if (!settings.Enabled)
        {
            return null;
        }

        var categories = AllocationPlan.From(settings, facts, problems);
        return scope =>
        {
            var today = DateOnly.FromDateTime(facts.Time.GetUtcNow().UtcDateTime);
            var allocation = new CostAllocation("allocation", new CostAllocationArgs(
                facts.Standard.CostAllocationKeys, categories, today, scope.Find<OfferedTagActivator>()?.Name, facts.Tags));
            scope.Outputs["pendingCostAllocationTags"] = allocation.PendingTags;
            return allocation;
        };
    }
}
