namespace FinOps.Core.Optimization;

/// <summary>How much work it is, in the words of Cost Optimization Hub.</summary>
public enum Effort
{
    VeryLow,
    Low,
    Medium,
    High,
    VeryHigh,

    /// <summary>A word that this version does not know. It counts as high, so that nothing unknown goes to the top.</summary>
    Unknown,
}
