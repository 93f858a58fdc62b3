using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FinOps.Cli.Tests.Policy;

/// <summary>JSON schema as far as the schema of these tests uses it; a word that it does not know fails the test instead of passing it.</summary>
internal static class SchemaCheck
{
    public static IReadOnlyList<string> Mistakes(JsonObject schema, JsonNode? value)
    {
        var mistakes = new List<string>();
        Check(schema, schema, value, "$", mistakes);
        return mistakes;
    }

    private static void Check(JsonObject root, JsonObject schema, JsonNode? value, string path, List<string> mistakes)
    {
        foreach (var (word, rule) in schema)
        {
            var fits = word switch
            {
                "$comment" or "definitions" or "additionalProperties" => true,
                "$ref" => Follow(root, (string)rule!, value, path, mistakes),
                "type" => TypeOf(value) == (string?)rule || ((string?)rule == "number" && TypeOf(value) == "integer"),
                "enum" => rule!.AsArray().Any(allowed => JsonNode.DeepEquals(allowed, value)),
                "minimum" => value is not JsonValue || TypeOf(value) != "integer" || (long)value >= (long)rule!,
                "minItems" => value is not JsonArray list || list.Count >= (int)rule!,
                "pattern" => TypeOf(value) != "string" || Regex.IsMatch((string)value!, (string)rule!),
                "required" => value is not JsonObject map || rule!.AsArray().All(name => map.ContainsKey((string)name!)),
                "uniqueItems" => value is not JsonArray list || list.Select(item => item?.ToJsonString()).Distinct().Count() == list.Count,
                "items" => value is not JsonArray list || list.Select((item, index) => (item, index)).All(each => Inner(root, rule!, each.item, $"{path}[{each.index}]", mistakes)),
                "properties" => value is not JsonObject map || Properties(root, schema, map, path, mistakes),
                _ => throw new NotSupportedException($"the schema says '{word}' at {path}"),
            };
            if (!fits)
            {
                mistakes.Add($"{path}: {word} {rule?.ToJsonString()}");
            }
        }
    }

    private static bool Follow(JsonObject root, string reference, JsonNode? value, string path, List<string> mistakes) =>
        Inner(root, root["definitions"]![reference["#/definitions/".Length..]]!, value, path, mistakes);

    /// <summary>Adds its own mistakes, so it always fits from where it is called.</summary>
    private static bool Inner(JsonObject root, JsonNode schema, JsonNode? value, string path, List<string> mistakes)
    {
        Check(root, schema.AsObject(), value, path, mistakes);
        return true;
    }

    private static bool Properties(JsonObject root, JsonObject schema, JsonObject map, string path, List<string> mistakes)
    {
        var known = schema["properties"]!.AsObject();
        foreach (var (name, value) in map)
        {
            switch (known[name] ?? schema["additionalProperties"])
            {
                case JsonObject inner:
                    Check(root, inner, value, $"{path}.{name}", mistakes);
                    break;
                case JsonValue flag when !(bool)flag:
                    mistakes.Add($"{path}: no property '{name}'");
                    break;
            }
        }

        return true;
    }

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => ((JsonValue)value!).TryGetValue<long>(out _) ? "integer" : "number",
        _ => "boolean",
    };
}
