using FinOps.Infra.Settings;
using Pulumi;

namespace FinOps.Infra.Optimization;

public sealed class OptimizationPart() : StackPart<OptimizationSettings>("optimization")
{
    protected override Func<StackScope, ComponentResource>? Plan(OptimizationSettings settings, StackFacts facts, SettingsProblems problems)
    {
        if (!settings.Enabled)
        {
            return null;
        }

        var plan = OptimizationPlan.From(settings, facts.Organization, problems);
        return scope =>
        {
            var enrollment = new OptimizationEnrollment("optimization", plan);
            if (enrollment.Hub is { } hub)
            {
                scope.Offer(hub);
            }

            return enrollment;
        };
    }
}
