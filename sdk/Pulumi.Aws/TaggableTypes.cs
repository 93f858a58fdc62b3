using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Pulumi.Aws;

/// <summary>
/// Every resource type of the aws provider that accepts an input named <c>tags</c>, with the shape of that input.
/// Not in the official package: a tagging tool needs it and the provider offers no such list.
/// </summary>
public static partial class TaggableTypes
{
    private static readonly FrozenDictionary<string, TaggableType> _byToken = Rows().ToFrozenDictionary(type => type.Token, StringComparer.Ordinal);

    /// <summary>The provider version that the list was read from.</summary>
    public const string ProviderVersion = Utilities.Version;

    public static IReadOnlyDictionary<string, TaggableType> All => _byToken;

    public static bool TryGet(string token, [NotNullWhen(true)] out TaggableType? type) => _byToken.TryGetValue(token, out type);

    /// <summary>Whether the type takes a plain map of tags, the only shape that a tag may be added to without more knowledge.</summary>
    public static bool TakesTagMap(string token) => _byToken.TryGetValue(token, out var type) && type.Shape == TagShape.Map;
}
