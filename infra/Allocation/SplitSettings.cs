using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Allocation;

/// <summary>A split charge: AWS shows split costs on the category's page; Cost Explorer and the exports keep the unsplit amounts.</summary>
public sealed record SplitSettings
{
    /// <summary>The value whose cost is shared; once in a category, and never a target.</summary>
    public required string Source { get; init; }

    /// <summary>How it is divided.</summary>
    [OneOf("even", "fixed", "proportional")]
    public required string Method { get; init; }

    /// <summary>The values that share it.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>For the method <c>fixed</c>: one for each target, together 100.</summary>
    public IReadOnlyList<decimal> Percentages { get; init; } = [];
}
