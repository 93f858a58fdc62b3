using System.Collections.Frozen;

namespace FinOps.Policies.Tagging;

/// <summary>Every type of the AWS provider that has an input named tags, from the provider's schema.</summary>
public static class TaggableTypes
{
    // # aws 7.48.0: every resource type with an input named tags.
    // aws:autoscaling/group:Group list-of-group-tags
    // aws:s3/bucketV2:BucketV2 map deprecated
    private static readonly FrozenDictionary<string, TagShape> Shapes = Resources.Text("taggable-types.txt")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split(' '))
        .ToFrozenDictionary(
            parts => parts[0],
            parts => parts[1] switch
            {
                "map" => TagShape.Map,
                "list-of-group-tags" => TagShape.GroupTags,
                "other" => TagShape.Selector,
                var shape => throw new InvalidOperationException($"taggable-types.txt: the shape {shape} of {parts[0]} is not known"),
            },
            StringComparer.Ordinal);

    /// <summary>The provider that the list was made from, for example <c>aws 7.48.0</c>.</summary>
    public static string Source { get; } = Resources.Text("taggable-types.txt").Split(':')[0].TrimStart('#', ' ');

    public static IEnumerable<KeyValuePair<string, TagShape>> All => Shapes;

    /// <returns>Null when the type cannot be tagged.</returns>
    public static TagShape? ShapeOf(string typeToken) => Shapes.TryGetValue(typeToken, out var shape) ? shape : null;
}
