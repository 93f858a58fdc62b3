namespace FinOps.Core.Costs.Analysis;

public enum MoverKind
{
    Up,
    Down,

    /// <summary>No cost in the seven days before.</summary>
    New,

    /// <summary>No cost in the last seven settled days.</summary>
    Gone,
}
