namespace FinOps.Core.Costs.Reviews;

public enum ActionState
{
    /// <summary>It is not there any more, or a fifth of it at most.</summary>
    Done,
    Open,

    /// <summary>Open, and its day has passed.</summary>
    Overdue,
}
