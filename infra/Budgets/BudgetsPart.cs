using FinOps.Infra.Settings;
using Pulumi;

namespace FinOps.Infra.Budgets;

public sealed class BudgetsPart() : StackPart<BudgetsSettings>("budgets")
{
    protected override Func<StackScope, ComponentResource>? Plan(BudgetsSettings settings, StackFacts facts, SettingsProblems problems)
    {
        var plan = BudgetPlan.From(settings, facts.Organization, problems);
        return _ => new BudgetTree("budgets", new BudgetTreeArgs(plan, settings, facts.Tags));
    }
}
