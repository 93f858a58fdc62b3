using System.Collections.Immutable;

namespace FinOps.Core.Tagging;

/// <summary>A key has fewer values to choose from where another key has a certain one. Says nothing about whether the key must be there.</summary>
/// <param name="Key">The other key.</param>
/// <param name="Value">Its value for which this holds.</param>
/// <param name="Allowed">What is left of the key's own values.</param>
public sealed record ConditionalValues(string Key, string Value, ImmutableArray<string> Allowed)
{
    public bool HoldsFor(IReadOnlyDictionary<string, string?> tags) => tags.TryGetValue(Key, out var value) && value == Value;
}
