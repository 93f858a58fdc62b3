using FinOps.Core.Tagging;
using FinOps.Policies.Tagging;

namespace FinOps.Policies.Rules.Tags;

/// <summary>The lines a person pastes to add tags, in the two languages our programs are written in.</summary>
internal static class TagSnippet
{
    public static string Write(IReadOnlyList<TagKeyRule> keys, TagShape shape)
    {
        var tags = keys.Select(key => (key.Name, Value: key.Example ?? key.Default ?? key.Values.FirstOrDefault() ?? "...")).ToList();
        return shape == TagShape.GroupTags
            ? $"""
                 C#:         Tags = {"{ "}{string.Join(", ", tags.Select(tag => $"new GroupTagArgs {{ Key = \"{tag.Name}\", Value = \"{tag.Value}\", PropagateAtLaunch = true }}"))} {"}"},
                 TypeScript: tags: [{string.Join(", ", tags.Select(tag => $"{{ key: \"{tag.Name}\", value: \"{tag.Value}\", propagateAtLaunch: true }}"))}],
               """
            : $"""
                 C#:         Tags = {"{ "}{string.Join(", ", tags.Select(tag => $"[\"{tag.Name}\"] = \"{tag.Value}\""))} {"}"},
                 TypeScript: tags: {"{ "}{string.Join(", ", tags.Select(tag => $"{tag.Name}: \"{tag.Value}\""))} {"}"},
               """;
    }
}
