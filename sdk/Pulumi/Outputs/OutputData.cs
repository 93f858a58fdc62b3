using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an output is, once it is there.</summary>
/// <param name="Resources">The resources the value came from.</param>
/// <param name="Value">Meaningless when <paramref name="IsKnown"/> is false.</param>
/// <param name="IsKnown">False in previews for what only an update will tell.</param>
/// <param name="IsSecret">The value must not be shown or stored in clear.</param>
internal readonly record struct OutputData<T>(ImmutableHashSet<Resource> Resources, T Value, bool IsKnown, bool IsSecret)
{
    public OutputData<U> With<U>(U value) => new(Resources, value, IsKnown, IsSecret);

    /// <summary>The bits of this (a value's origin) joined to <paramref name="inner"/> (what was computed from it).</summary>
    public OutputData<U> Then<U>(OutputData<U> inner) =>
        new(OutputData.Union(Resources, inner.Resources), inner.Value, IsKnown && inner.IsKnown, IsSecret || inner.IsSecret);

    public OutputData<U> Unknown<U>() => new(Resources, default!, IsKnown: false, IsSecret);
}

internal static class OutputData
{
    public static OutputData<T> Known<T>(T value, bool isSecret = false) => new(ImmutableHashSet<Resource>.Empty, value, IsKnown: true, isSecret);

    public static ImmutableHashSet<Resource> Union(ImmutableHashSet<Resource> a, ImmutableHashSet<Resource> b) =>
        b.IsEmpty || ReferenceEquals(a, b) ? a : a.IsEmpty ? b : a.Count < b.Count ? b.Union(a) : a.Union(b);
}
