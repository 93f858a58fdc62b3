using FinOps.Core.Tagging;

namespace FinOps.Core.Waivers;

/// <summary>Somebody's decision that a rule does not hold somewhere, for a while. Every scope that is given must match.</summary>
/// <param name="Rule">Rule id, for example <c>COST002</c>.</param>
/// <param name="Resource">Glob over URNs; null is any.</param>
/// <param name="Type">Glob over type tokens; null is any.</param>
/// <param name="Stack">Glob over <c>project/stack</c>; null is any.</param>
/// <param name="Account">Twelve digits; null is any.</param>
/// <param name="Owner">Who answers for it: a shared mailbox.</param>
/// <param name="Since">First day it holds.</param>
/// <param name="Expires">First day it does not hold any more.</param>
/// <param name="Line">Where it stands in its file.</param>
public sealed record Waiver(
    string Rule, TypeGlob? Resource, TypeGlob? Type, TypeGlob? Stack, string? Account, string Owner, string Reason, string Ticket, DateOnly Since, DateOnly Expires, long Line)
{
    public int LifeInDays => Expires.DayNumber - Since.DayNumber;

    public bool HoldsOn(DateOnly day) => day >= Since && day < Expires;

    public bool Covers(string rule, string urn, string type, string stack, IReadOnlyCollection<string> accounts) =>
        Rule == rule
        && Resource?.Matches(urn) != false
        && Type?.Matches(type) != false
        && Stack?.Matches(stack) != false
        && (Account is null || accounts.Contains(Account));
}
