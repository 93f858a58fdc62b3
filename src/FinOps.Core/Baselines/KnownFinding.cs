namespace FinOps.Core.Baselines;

/// <summary>What makes a violation the same one in two runs.</summary>
/// <param name="Finding">The rule's own words for it; a violation with several has one of these for each.</param>
public readonly record struct KnownFinding(string Rule, string Urn, string Finding)
{
    /// <summary>The order of the file: by resource, then rule, then finding.</summary>
    public static IEnumerable<T> Sort<T>(IEnumerable<T> items, Func<T, KnownFinding> key) => items
        .OrderBy(item => key(item).Urn, StringComparer.Ordinal)
        .ThenBy(item => key(item).Rule, StringComparer.Ordinal)
        .ThenBy(item => key(item).Finding, StringComparer.Ordinal);

    public override string ToString() => $"{Rule} {Urn}: {Finding}";
}
