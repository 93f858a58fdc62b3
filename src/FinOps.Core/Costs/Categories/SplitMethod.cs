namespace FinOps.Core.Costs.Categories;

/// <summary>How a shared cost is divided; the words of AWS.</summary>
public enum SplitMethod
{
    /// <summary>The same for each.</summary>
    Even,

    /// <summary>By agreed percentages.</summary>
    Fixed,

    /// <summary>In proportion to what each spends itself.</summary>
    Proportional,
}
