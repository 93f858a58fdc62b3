namespace FinOps.Core.Scheduling.Decisions;

public enum DecisionReason
{
    // Why it is left alone.
    Production,
    EnvironmentNotListed,
    NoSchedule,
    Exempt,
    Ignored,
    CannotBeSwitched,
    NotUnderstood,
    InTransition,
    NothingToRestore,
    AsItShouldBe,

    // Why it is switched.
    Schedule,
    Override,

    /// <summary>AWS started a database that had been stopped for seven days.</summary>
    RestartedByAws,
}
