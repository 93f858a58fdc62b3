using FinOps.Infra.Settings;

namespace FinOps.Infra.Allocation;

/// <summary>What turns tags into owners in the bill.</summary>
public sealed record AllocationSettings
{
    /// <summary>Whether the standard's tags are activated for cost allocation and the cost category of the allocation key is made.</summary>
    [OnFrom(AdoptionMode.Observe)]
    public bool Enabled { get; init; }
}
