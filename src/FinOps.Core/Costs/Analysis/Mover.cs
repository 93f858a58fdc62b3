namespace FinOps.Core.Costs.Analysis;

/// <summary>Something that cost more or less than before. Amortized cost of resource usage.</summary>
public sealed record Mover(CostDimension Dimension, string Key, string Label, Money Before, Money After)
{
    public MoverSpan Span { get; init; }

    /// <summary>What the change is made of, largest part first, whichever its direction; they add up to <see cref="Change"/>.</summary>
    public IReadOnlyList<MoverDriver> Drivers { get; init; } = [];

    public Money Change => After - Before;

    /// <summary>Null when it cost nothing before.</summary>
    public decimal? ChangeRatio => Change.ShareOf(Before.Abs());

    public MoverKind Kind => (Before.IsZero, After.IsZero) switch
    {
        (true, _) => MoverKind.New,
        (_, true) => MoverKind.Gone,
        _ => Change.Amount >= 0 ? MoverKind.Up : MoverKind.Down,
    };
}
