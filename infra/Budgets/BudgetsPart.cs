using FinOps.Infra.Alerts;
using FinOps.Infra.Settings;
using Pulumi;

namespace FinOps.Infra.Budgets;

public sealed class BudgetsPart() : StackPart<BudgetsSettings>("budgets")
{
    protected override Func<StackScope, ComponentResource>? Plan(BudgetsSettings settings, StackFacts facts, SettingsProblems problems)
    {
        var plan = new BudgetPlanner(settings, facts, problems).Plan();
        return scope =>
        {
            scope.Outputs["budgetGaps"] = plan.Gaps;
            return new BudgetTree("budgets", plan, facts, scope.Find<AlertTopic>()?.Arn);
        };
    }
}
