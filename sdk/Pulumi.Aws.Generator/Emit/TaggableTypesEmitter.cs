namespace Pulumi.Aws.Generator.Emit;

/// <summary>The rows of taggable-types.txt (<c>token shape [deprecated]</c>) as a table in C#.</summary>
internal static class TaggableTypesEmitter
{
    public static string Emit(string text)
    {
        var code = new CodeWriter("Pulumi.Aws");
        code.Block("public static partial class TaggableTypes", () => code.Block("private static global::System.Collections.Generic.IEnumerable<TaggableType> Rows()", () =>
        {
            foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
            {
                var words = line.Split(' ');
                var shape = words.Length is 2 or 3 ? Shape(words[1]) : null;
                if (shape is null || (words.Length == 3 && words[2] != "deprecated"))
                    throw new FormatException($"'{line}' is not 'token shape [deprecated]'");
                code.Line($"yield return new TaggableType(\"{words[0]}\", TagShape.{shape}, {(words.Length == 3 ? "true" : "false")});");
            }
        }));
        return code.ToString();
    }

    private static string? Shape(string word) => word switch
    {
        "map" => "Map",
        "list-of-group-tags" => "ListOfGroupTags",
        "other" => "Other",
        _ => null,
    };
}
