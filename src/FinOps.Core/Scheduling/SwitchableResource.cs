using FinOps.Core.Inventory;
using FinOps.Core.Scheduling.Savings;

namespace FinOps.Core.Scheduling;

/// <summary>A machine, database or group of them as it is now.</summary>
/// <param name="Live">Where it is, and its tags.</param>
/// <param name="Id">What its service calls it: <c>i-…</c>, or the name of the database, cluster or group.</param>
public sealed record SwitchableResource(LiveResource Live, ResourceKind Kind, string Id, RunState State)
{
    /// <summary>AWS's own word for the state, for example <c>stopping</c>.</summary>
    public string Status { get; init; } = "";

    /// <summary>Why it cannot be switched by itself ("member of the group workers"); null when it can.</summary>
    public string? Fixed { get; init; }

    /// <summary>What runs in it while it runs; empty where that is not known.</summary>
    public IReadOnlyList<MachineHours> Machines { get; init; } = [];

    /// <summary>When it was stopped, as AWS tells; null when it runs or when AWS does not tell.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>Of a group: the sizes to which it goes back; null when none are kept.</summary>
    public GroupSizes? Sizes { get; init; }
}
