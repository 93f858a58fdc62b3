using System.Collections.Immutable;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers;

/// <summary>The comparison that suits a provider without one of its own.</summary>
public static class InputDiff
{
    /// <summary>Top-level names whose values differ, secretness aside; an unknown value differs from everything.</summary>
    public static ImmutableArray<string> Changed(PropertyMap olds, PropertyMap news) =>
        olds.Keys.Union(news.Keys)
            .Where(name => !name.StartsWith("__", StringComparison.Ordinal))
            .Where(name => Differs(olds.Find(name), news.Find(name)))
            .Order(StringComparer.Ordinal)
            .ToImmutableArray();

    private static bool Differs(PropertyValue? old, PropertyValue? value) =>
        (value?.ContainsUnknown() ?? false) || !Equals(old?.Plain() ?? PropertyValue.Null, value?.Plain() ?? PropertyValue.Null);
}
