namespace FinOps.Core.Costs.Reviews;

/// <summary>What a weekly review decides on. The order breaks ties between equal stakes.</summary>
public enum ActionKind
{
    /// <summary>A budget is over its limit, or will be before its period ends.</summary>
    Budget,

    /// <summary>An unusual cost that nobody has explained.</summary>
    Anomaly,

    /// <summary>An account whose cost has no owner.</summary>
    Unallocated,

    /// <summary>An owner whose cost grew.</summary>
    Mover,
}
