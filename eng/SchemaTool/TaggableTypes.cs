namespace SchemaTool;

/// <summary>
/// The types that accept an input named <c>tags</c>, one a line: token, shape, and <c>deprecated</c> where the provider says so.
/// Shapes: <c>map</c> (string map, merged into <c>tagsAll</c>), <c>list-of-group-tags</c> (the Auto Scaling group's
/// <c>[{key, value, propagateAtLaunch}]</c>), <c>other</c> (an input that is called tags and must never get a tag map).
/// </summary>
internal static class TaggableTypes
{
    public static string Render(ProviderSchema schema)
    {
        var lines = schema.Resources
            .Where(resource => resource.Value.Inputs.ContainsKey("tags"))
            .Select(resource => $"{resource.Key} {Shape(resource.Value)}{(resource.Value.Deprecated ? " deprecated" : "")}");
        return string.Join('\n', [
            $"# {schema.Package} {schema.Version}: every resource type with an input named tags. Written by eng/SchemaTool.",
            "# token shape [deprecated]    shape: map | list-of-group-tags | other",
            .. lines]) + "\n";
    }

    /// <summary>What the schema says must agree with the lists that were read off the provider on another way.</summary>
    public static IReadOnlyList<string> Disagreements(ProviderSchema schema, string listsDirectory)
    {
        var derived = schema.Resources.Where(r => r.Value.Inputs.ContainsKey("tags")).ToLookup(r => Shape(r.Value), r => r.Key);
        return [
            .. Compare("aws-taggable-types.txt", derived["map"]),
            .. Compare("aws-taggable-nonstandard.txt", derived["list-of-group-tags"].Concat(derived["other"]))];

        IEnumerable<string> Compare(string file, IEnumerable<string> tokens)
        {
            var listed = File.ReadLines(Path.Combine(listsDirectory, file))
                .Where(line => line.Length > 0)
                .Select(line => line.Split(' ')[0])
                .ToHashSet(StringComparer.Ordinal);
            var ours = tokens.ToHashSet(StringComparer.Ordinal);
            return ours.Except(listed).Select(t => $"{file} does not list {t}")
                .Concat(listed.Except(ours).Select(t => $"{file} lists {t}, the schema gives it another shape"))
                .Order(StringComparer.Ordinal);
        }
    }

    private static string Shape(ResourceSchema resource) => resource.Inputs["tags"] switch
    {
        "map<string>?" when resource.Outputs.ContainsKey("tagsAll") => "map",
        "list<ref:autoscaling.GroupTag>?" => "list-of-group-tags",
        _ => "other",
    };
}
