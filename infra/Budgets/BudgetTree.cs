using FinOps.Core.Costs;
using Pulumi;
using Pulumi.Aws.Budgets;

namespace FinOps.Infra.Budgets;

/// <summary>Declares the tree that was planned: every budget with its alerts, commitments, and what AWS does when a limit is reached.</summary>
public sealed class BudgetTree : ComponentResource
{
    /// <param name="topic">Where alerts go beside the e-mails, or null.</param>
    public BudgetTree(string name, BudgetPlan plan, StackFacts facts, Output<string>? topic, ComponentResourceOptions? options = null)
        : base("finops:budgets:BudgetTree", name, options)
    {
        var parent = new CustomResourceOptions { Parent = this };
        var args = new BudgetArguments(facts.Tags, topic, BillingMonth.Containing(facts.Time.GetUtcNow()));
        var declared = new Dictionary<string, Budget>(StringComparer.Ordinal);
        foreach (var budget in plan.Budgets)
        {
            // The logical name is the stable id: removing one budget renames no other.
            declared.Add(budget.Id, new Budget(budget.Id, args.Of(budget), parent));
        }

        foreach (var commitment in plan.Commitments)
        {
            _ = new Budget(commitment.Id, args.Of(commitment), parent);
        }

        if (plan.Actions.Count > 0)
        {
            var role = new ActionRole("budget-actions", plan.Actions, facts, new ComponentResourceOptions { Parent = this });
            foreach (var action in plan.Actions)
            {
                _ = new BudgetAction(action.Id, ActionArguments.Of(action, declared[action.BudgetId].Name, role.Arn, facts.Tags, topic), parent);
            }
        }

        RegisterOutputs();
    }

    /// <summary>What the budget is called in AWS.</summary>
    internal static string NameOf(string id) => BudgetPlanner.Prefix + id;
}
