namespace FinOps.Core.Baselines;

/// <summary>One violation that was there when the baseline was recorded.</summary>
/// <param name="Rule">Rule id, for example <c>TAG001</c>.</param>
/// <param name="Urn">The resource, or the root of the stack (<see cref="StackUrn.Root"/>) for a violation of the whole stack.</param>
/// <param name="Finding">What is wrong there in the rule's own few words, for example <c>missing Team</c>; never a position.</param>
/// <param name="Since">The day on which it was recorded.</param>
/// <param name="Reason">Why it was taken in later; null for what was there at the start.</param>
public sealed record BaselineEntry(string Rule, string Urn, string Finding, DateOnly Since, string? Reason = null)
{
    public KnownFinding Key => new(Rule, Urn, Finding);
}
