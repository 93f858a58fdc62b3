using System.Text.RegularExpressions;

namespace FinOps.Core.Costs.Categories;

/// <summary>What AWS takes as a cost category (Cost Explorer's API model of CreateCostCategoryDefinition, and the quotas of cost categories).</summary>
public static partial class CategoryLimits
{
    /// <summary>Categories of one management account.</summary>
    public const int Categories = 50;

    /// <summary>Rules of one category.</summary>
    public const int Rules = 500;

    /// <summary>Split charges of one category.</summary>
    public const int Splits = 10;

    /// <summary>Characters of a name, a value and a default.</summary>
    public const int TextLength = 50;

    /// <summary>How far back a category may begin.</summary>
    public const int BackdatedMonths = 12;

    /// <summary>
    /// Values in one condition. The API model names no limit; this keeps a rule far below the size of a request, and 500 rules of it
    /// still hold more accounts than an organization can have.
    /// </summary>
    public const int ValuesPerRule = 200;

    public const string AllowedText = "1 to 50 letters, digits, spaces, _ and -, with no space at either end";

    public static bool IsText(string text) => text.Length is >= 1 and <= TextLength && Text().IsMatch(text);

    [GeneratedRegex(@"^(?! )[\p{L}\p{N}\p{Z}\-_]*(?<! )\z")]
    private static partial Regex Text();
}
