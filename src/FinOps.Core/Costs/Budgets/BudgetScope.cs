namespace FinOps.Core.Costs.Budgets;

/// <param name="Values">Account ids, service names or tag values; none for everything.</param>
/// <param name="Words">The filter in words.</param>
public sealed record BudgetScope(BudgetScopeKind Kind, IReadOnlyList<string> Values, string Words)
{
    public static BudgetScope Everything { get; } = new(BudgetScopeKind.Everything, [], "everything");
}
