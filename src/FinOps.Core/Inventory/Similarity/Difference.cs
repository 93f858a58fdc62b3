namespace FinOps.Core.Inventory.Similarity;

/// <summary>How a spelling differs from the one that should stand there; the surest first.</summary>
public enum Difference
{
    /// <summary>It is the one that should stand there.</summary>
    None,

    /// <summary>Letter case alone.</summary>
    Case,

    /// <summary>Separators: <c>cost-center</c>, <c>cost_center</c> and <c>CostCenter</c>.</summary>
    Separator,

    /// <summary>The tag standard names it as another word for the same.</summary>
    Synonym,

    /// <summary>One is the plural of the other.</summary>
    Plural,

    /// <summary>A few letters, with regard to how long the words are.</summary>
    Typo,

    /// <summary>The tag standard says what was probably meant.</summary>
    Standard,
}
