namespace FinOps.Core.Optimization.Decisions;

public enum DecisionKind
{
    /// <summary>Not now.</summary>
    Snooze,

    /// <summary>Not worth it, or not possible.</summary>
    Dismiss,
}
