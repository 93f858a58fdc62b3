namespace FinOps.Core.Costs.Reviews;

/// <summary>Something for the weekly review to decide, with somebody to do it and a day to have it done.</summary>
/// <param name="Id">The same for the same thing in every week, for as long as it is there.</param>
/// <param name="Subject">Which budget, service, account or owner.</param>
/// <param name="Cause">What it hangs on most, or null.</param>
/// <param name="Stake">What it comes to in thirty days if nothing changes; <see cref="ReviewPlanner"/> says how.</param>
/// <param name="Owner">Where the owner can be reached; null when nobody is known and one must be named first.</param>
public sealed record ReviewAction(string Id, ActionKind Kind, string Subject, string? Cause, Money Stake, string? Owner, DateOnly Due);
