namespace FinOps.Core.Costs.Analysis;

/// <summary>How much something must have moved to be worth a line: both gates must be passed.</summary>
/// <param name="Amount">In the report's currency, up or down.</param>
/// <param name="Ratio">0.2 for 20 % of what it cost before. What is new passes this gate.</param>
public sealed record MoverGates(decimal Amount, decimal Ratio)
{
    public static MoverGates Default { get; } = new(100m, 0.2m);

    public bool Pass(Mover mover) =>
        mover.Change.Abs().Amount >= Amount && (mover.ChangeRatio is not { } ratio || Math.Abs(ratio) >= Ratio);
}
