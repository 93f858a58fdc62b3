using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FinOps.LocalEngine.Policies;

/// <summary>
/// The part of JSON schema that policy configs use: type, enum, const, required, properties, additionalProperties, items, and the
/// limits of strings, numbers and lists. Messages are worded as Pulumi's CLI words them, so that one text is known everywhere.
/// </summary>
internal static class JsonSchema
{
    /// <returns>One text for each mistake, <c>path: message</c>; mistakes of the root have no path.</returns>
    public static IEnumerable<string> Validate(JsonObject schema, JsonNode? value) => Validate(schema, value, "");

    private static List<string> Validate(JsonObject schema, JsonNode? value, string path)
    {
        var prefix = path.Length == 0 ? "" : $"{path}: ";
        var field = path.Length == 0 ? "(root)" : path;
        if (Types(schema) is { Count: > 0 } types && !types.Any(type => IsOf(value, type)))
        {
            return [$"{prefix}Invalid type. Expected: {string.Join(", ", types)}, given: {TypeOf(value)}"];
        }

        var mistakes = new List<string>();
        if (schema["enum"] is JsonArray allowed && !allowed.Any(item => JsonNode.DeepEquals(item, value)))
        {
            mistakes.Add($"{prefix}{field} must be one of the following: {string.Join(", ", allowed.Select(item => item?.ToJsonString() ?? "null"))}");
        }

        if (schema.TryGetPropertyValue("const", out var only) && !JsonNode.DeepEquals(only, value))
        {
            mistakes.Add($"{prefix}{field} does not match: {only?.ToJsonString() ?? "null"}");
        }

        mistakes.AddRange(value switch
        {
            JsonObject map => OfObject(schema, map, path, prefix),
            JsonArray list => OfList(schema, list, path, prefix),
            JsonValue leaf when leaf.GetValueKind() == JsonValueKind.String => OfText(schema, leaf.GetValue<string>()).Select(text => prefix + text),
            JsonValue leaf when leaf.GetValueKind() == JsonValueKind.Number => OfNumber(schema, Number(leaf)).Select(text => prefix + text),
            _ => [],
        });
        return mistakes;
    }

    private static IEnumerable<string> OfObject(JsonObject schema, JsonObject map, string path, string prefix)
    {
        foreach (var name in (schema["required"] as JsonArray ?? []).Select(item => (string)item!).Where(name => !map.ContainsKey(name)))
        {
            yield return $"{prefix}{name} is required";
        }

        var properties = schema["properties"] as JsonObject ?? [];
        foreach (var (name, value) in map)
        {
            var inner = path.Length == 0 ? name : $"{path}.{name}";
            if (properties[name] is JsonObject known)
            {
                foreach (var mistake in Validate(known, value, inner))
                {
                    yield return mistake;
                }
            }
            else if (schema["additionalProperties"] is JsonObject others)
            {
                foreach (var mistake in Validate(others, value, inner))
                {
                    yield return mistake;
                }
            }
            else if (schema["additionalProperties"] is JsonValue flag && flag.GetValueKind() == JsonValueKind.False)
            {
                yield return $"{prefix}Additional property {name} is not allowed";
            }
        }
    }

    private static IEnumerable<string> OfList(JsonObject schema, JsonArray list, string path, string prefix)
    {
        if (Limit(schema, "minItems") is { } least && list.Count < least)
        {
            yield return $"{prefix}Array must have at least {Text(least)} items";
        }

        if (Limit(schema, "maxItems") is { } most && list.Count > most)
        {
            yield return $"{prefix}Array must have at most {Text(most)} items";
        }

        if (schema["uniqueItems"]?.GetValueKind() == JsonValueKind.True)
        {
            for (var i = 0; i < list.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    if (JsonNode.DeepEquals(list[i], list[j]))
                    {
                        yield return $"{prefix}array items[{j},{i}] must be unique";
                    }
                }
            }
        }

        if (schema["items"] is JsonObject items)
        {
            for (var i = 0; i < list.Count; i++)
            {
                foreach (var mistake in Validate(items, list[i], path.Length == 0 ? Text(i) : $"{path}.{Text(i)}"))
                {
                    yield return mistake;
                }
            }
        }
    }

    private static IEnumerable<string> OfText(JsonObject schema, string text)
    {
        var length = new StringInfo(text).LengthInTextElements;
        if (Limit(schema, "minLength") is { } least && length < least)
        {
            yield return $"String length must be greater than or equal to {Text(least)}";
        }

        if (Limit(schema, "maxLength") is { } most && length > most)
        {
            yield return $"String length must be less than or equal to {Text(most)}";
        }

        if ((string?)schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
        {
            yield return $"Does not match pattern '{pattern}'";
        }
    }

    private static IEnumerable<string> OfNumber(JsonObject schema, double number)
    {
        if (Limit(schema, "minimum") is { } least && number < least)
        {
            yield return $"Must be greater than or equal to {Text(least)}";
        }

        if (Limit(schema, "exclusiveMinimum") is { } above && number <= above)
        {
            yield return $"Must be greater than {Text(above)}";
        }

        if (Limit(schema, "maximum") is { } most && number > most)
        {
            yield return $"Must be less than or equal to {Text(most)}";
        }

        if (Limit(schema, "exclusiveMaximum") is { } below && number >= below)
        {
            yield return $"Must be less than {Text(below)}";
        }

        if (Limit(schema, "multipleOf") is { } step && step > 0 && Math.IEEERemainder(number, step) != 0)
        {
            yield return $"Must be a multiple of {Text(step)}";
        }
    }

    private static List<string> Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => several.Select(item => (string)item!).ToList(),
        JsonValue one => [(string)one!],
        _ => [],
    };

    private static bool IsOf(JsonNode? value, string type) =>
        TypeOf(value) is var actual && (actual == type || (actual == "integer" && type == "number"));

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => double.IsInteger(Number((JsonValue)value)) ? "integer" : "number",
        _ => "boolean",
    };

    private static double? Limit(JsonObject schema, string name) =>
        schema[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? Number(value) : null;

    private static double Number(JsonValue value) => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
