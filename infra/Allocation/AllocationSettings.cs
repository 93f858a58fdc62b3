using FinOps.Infra.Settings;

namespace FinOps.Infra.Allocation;

/// <summary>
/// What turns tags into owners in the bill: cost allocation tags and cost categories for the allocation key, Environment and CostCenter. A
/// tag's value comes first, then the owner of the account, then what is inherited, then the default.
/// </summary>
public sealed record AllocationSettings
{
    /// <summary>Whether the standard's tags are activated for cost allocation and the cost categories are made.</summary>
    [OnFrom(AdoptionMode.Observe)]
    public bool Enabled { get; init; }

    /// <summary>What differs from the defaults, by category: <c>Team</c>, <c>Environment</c>, <c>CostCenter</c>.</summary>
    public IReadOnlyDictionary<string, CategorySettings> Categories { get; init; } = new Dictionary<string, CategorySettings>();
}
