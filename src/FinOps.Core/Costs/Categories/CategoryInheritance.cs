namespace FinOps.Core.Costs.Categories;

/// <summary>What a category does with costs that neither a listed tag value nor the account map places.</summary>
public enum CategoryInheritance
{
    /// <summary>They get the default value.</summary>
    None,

    /// <summary>They take over the value of the tag, for keys whose values nobody can list.</summary>
    Tag,

    /// <summary>They take over the name of their account.</summary>
    AccountName,
}
