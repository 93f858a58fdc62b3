namespace FinOps.Core.Costs.Categories;

/// <summary>What a cost category is to be about; <see cref="CategoryPlanner"/> turns it into rules.</summary>
public sealed record CategoryWish
{
    public required string Name { get; init; }

    /// <summary>Where the wish is written, for problems: <c>finops:allocation.categories.Team</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The tag whose values come first.</summary>
    public required string TagKey { get; init; }

    /// <summary>The values in the order of their rules; values of the account map that are missing here follow.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>True when no value but the listed ones can be right: then an account cannot have another.</summary>
    public bool ClosedValues { get; init; }

    /// <summary>Further spellings that mean a value: <c>production</c> for <c>prod</c>. Other casings and separators need no entry.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Spellings { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Account id to value, for costs without a usable tag.</summary>
    public IReadOnlyDictionary<string, string> Accounts { get; init; } = new Dictionary<string, string>();

    public CategoryInheritance Inherit { get; init; }

    public string DefaultValue { get; init; } = "Unallocated";

    /// <summary>The first month to cover; null for the current one.</summary>
    public BillingMonth? EffectiveStart { get; init; }

    public IReadOnlyList<SplitCharge> Splits { get; init; } = [];
}
