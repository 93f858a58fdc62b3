namespace FinOps.Core.Optimization.Decisions;

/// <summary>Somebody's decision that one action is not to be advised for a while.</summary>
/// <param name="Option">The id of a <see cref="SavingOption"/>, as reports print it.</param>
/// <param name="By">Who decided: a shared mailbox.</param>
/// <param name="Until">First day on which it does not hold any more.</param>
/// <param name="Line">Where it stands in its file.</param>
public sealed record Decision(string Option, DecisionKind Kind, string Reason, string By, DateOnly Until, long Line)
{
    public bool HoldsOn(DateOnly day) => day < Until;
}
