namespace FinOps.Core.Costs.Analysis;

/// <summary>Which days a mover compares.</summary>
public enum MoverSpan
{
    /// <summary>The last seven settled days against the seven before.</summary>
    Week,

    /// <summary>The month to date against the same days of the month before.</summary>
    Month,
}
