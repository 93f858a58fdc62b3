using FinOps.LocalAws.CostExplorer.Expressions;

namespace FinOps.LocalAws.CostExplorer.Categories;

/// <summary>One rule of a cost category: a value for the rows that match, or a value taken over from the row.</summary>
internal abstract record CategoryRule
{
    private CategoryRule()
    {
    }

    internal sealed record Regular(string Value, CostExpression Expression) : CategoryRule;

    internal sealed record FromAccountName : CategoryRule;

    internal sealed record FromTag(string Key) : CategoryRule;
}
