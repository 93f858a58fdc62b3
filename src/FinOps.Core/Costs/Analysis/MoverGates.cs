namespace FinOps.Core.Costs.Analysis;

/// <summary>How much something must have moved to be worth a line: both gates must be passed. Movers and anomalies share them.</summary>
/// <param name="Amount">In the report's currency, up or down.</param>
/// <param name="Ratio">0.2 for 20 % of what it cost before. What is new passes this gate.</param>
public sealed record MoverGates(decimal Amount, decimal Ratio)
{
    public static MoverGates Default { get; } = new(100m, 0.2m);

    public bool Pass(Mover mover) => Pass(mover.Change.Amount, mover.Before.Amount);

    /// <param name="before">What it cost before, or should have cost; null when nobody knows.</param>
    public bool Pass(decimal change, decimal? before) =>
        Math.Abs(change) >= Amount && (before is null or 0 || Math.Abs(change / before.Value) >= Ratio);
}
