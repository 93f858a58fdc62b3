namespace FinOps.Core.Optimization;

/// <summary>
/// How an opportunity is ranked: monthly saving x weight of the effort x weight of the risk. Every weight is between 0 and 1; the risk weights
/// that apply are multiplied. What a source does not say counts as the riskier answer.
/// </summary>
public sealed record RankWeights
{
    /// <summary>Less usage than this says little about the month.</summary>
    public const int ShortLookbackDays = 14;

    public static RankWeights Default { get; } = new();

    public IReadOnlyDictionary<Effort, decimal> Effort { get; init; } = new Dictionary<Effort, decimal>
    {
        [Optimization.Effort.VeryLow] = 1m,
        [Optimization.Effort.Low] = 0.9m,
        [Optimization.Effort.Medium] = 0.7m,
        [Optimization.Effort.High] = 0.5m,
        [Optimization.Effort.VeryHigh] = 0.3m,
        [Optimization.Effort.Unknown] = 0.5m,
    };

    /// <summary>The resource restarts.</summary>
    public decimal Restart { get; init; } = 0.8m;

    /// <summary>It cannot be taken back.</summary>
    public decimal NoRollback { get; init; } = 0.6m;

    /// <summary>The source looked at fewer than <see cref="ShortLookbackDays"/> days, or does not say.</summary>
    public decimal ShortLookback { get; init; } = 0.9m;

    public decimal RiskOf(SavingOption option) =>
        (option.RestartNeeded == false ? 1 : Restart) * (option.RollbackPossible == true ? 1 : NoRollback) * (option.LookbackDays >= ShortLookbackDays ? 1 : ShortLookback);

    public decimal ScoreOf(SavingOption option) => option.MonthlySaving.Amount * Effort[option.Effort] * RiskOf(option);
}
