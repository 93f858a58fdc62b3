namespace FinOps.Core.Costs.Categories;

/// <summary>One rule of a cost category. Rules are tried in order, the first that matches a cost decides its value.</summary>
public abstract record CategoryRule
{
    private CategoryRule()
    {
    }

    /// <summary>Costs that carry the tag in one of these spellings get the value.</summary>
    public sealed record ByTag(string Value, string Key, IReadOnlyList<string> Spellings) : CategoryRule;

    /// <summary>Costs of these accounts get the value.</summary>
    public sealed record ByAccount(string Value, IReadOnlyList<string> AccountIds) : CategoryRule;

    /// <summary>The tag's own value becomes the category's, whatever it is.</summary>
    public sealed record FromTag(string Key) : CategoryRule;

    /// <summary>The account's name becomes the category's value.</summary>
    public sealed record FromAccountName : CategoryRule;
}
