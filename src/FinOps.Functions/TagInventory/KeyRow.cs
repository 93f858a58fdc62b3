using FinOps.Core.Costs;

namespace FinOps.Functions.TagInventory;

/// <summary>One key as it is written.</summary>
/// <param name="Resources">That have it.</param>
/// <param name="IsStandard">The tag standard knows it, so written.</param>
/// <param name="IsOfAws">AWS sets it.</param>
/// <param name="Values">The most used ones.</param>
/// <param name="ValuesLeftOut">Different values that are not among them; an estimate for a key with very many.</param>
/// <param name="ResourcesLeftOut">Resources with one of those.</param>
/// <param name="Spend">What carries the key; null where the bill cannot say, never zero for that.</param>
/// <param name="Examples">ARNs.</param>
public sealed record KeyRow(
    string Key, int Resources, bool IsStandard, bool IsOfAws, int Accounts, int Regions, int Types, long DistinctValues,
    IReadOnlyList<ValueRow> Values, long ValuesLeftOut, int ResourcesLeftOut, Money? Spend, IReadOnlyList<string> Examples);

/// <param name="IsAllowed">By the tag standard; null for a key that it does not know.</param>
public sealed record ValueRow(string Value, int Resources, int Accounts, int Regions, int Types, bool? IsAllowed, Money? Spend, string Example);
