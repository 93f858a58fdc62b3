using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Allocation;

/// <summary>One cost category.</summary>
public sealed record CategorySettings
{
    /// <summary>The value of costs that nothing places.</summary>
    public string DefaultValue { get; init; } = "Unallocated";

    /// <summary>The first month that the category covers, at most twelve ago; without it, AWS begins with the month of the deployment.</summary>
    [Matches(@"\d{4}-(0[1-9]|1[0-2])", "a month", "2026-01")]
    public string? EffectiveStart { get; init; }

    /// <summary>
    /// What costs take over that neither a known tag value nor the account map places. Without it, keys with listed values inherit nothing
    /// and other keys the value of the tag.
    /// </summary>
    [OneOf("none", "tag", "accountName")]
    public string? Inherit { get; init; }

    /// <summary>Misspellings by the value that they mean; other casings and separators need no entry.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Spellings { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Costs of a value that others share.</summary>
    public IReadOnlyList<SplitSettings> Splits { get; init; } = [];
}
