using System.Text.Json;
using FinOps.Core.Text;

namespace FinOps.Core.Events;

/// <summary>
/// An EventBridge event pattern: says whether it matches an event. Judges exact values, <c>prefix</c>, <c>suffix</c>,
/// <c>equals-ignore-case</c>, <c>wildcard</c>, <c>anything-but</c>, <c>exists</c> and <c>$or</c>; refuses what it cannot judge.
/// </summary>
public sealed class EventPattern
{
    private readonly JsonElement _pattern;

    private EventPattern(JsonElement pattern) => _pattern = pattern;

    /// <param name="json">The pattern as EventBridge takes it.</param>
    /// <exception cref="FormatException">It is no pattern; the message says why.</exception>
    public static EventPattern Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            Check(document.RootElement, "");
            return new EventPattern(document.RootElement.Clone());
        }
        catch (JsonException e)
        {
            throw new FormatException($"Event pattern is not valid JSON: {e.Message}", e);
        }
    }

    /// <param name="event">The whole event: <c>source</c>, <c>detail-type</c>, <c>detail</c> and the rest.</param>
    /// <exception cref="NotSupportedException">The pattern has an operator that is not judged here, such as <c>numeric</c>.</exception>
    public bool Matches(JsonElement @event) => Object(_pattern, [@event]);

    private static void Check(JsonElement pattern, string path)
    {
        if (pattern.ValueKind != JsonValueKind.Object || !pattern.EnumerateObject().Any())
        {
            throw new FormatException($"Event pattern is not valid: {(path.Length == 0 ? "it" : path)} must be an object that is not empty.");
        }

        foreach (var member in pattern.EnumerateObject())
        {
            var at = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                Check(member.Value, at);
            }
            else if (member.Value.ValueKind != JsonValueKind.Array || member.Value.GetArrayLength() == 0)
            {
                throw new FormatException($"Event pattern is not valid: \"{at}\" must be an object or an array that is not empty.");
            }
            else if (member.Name == "$or")
            {
                foreach (var alternative in member.Value.EnumerateArray())
                {
                    Check(alternative, at);
                }
            }
            else if (member.Value.EnumerateArray().Any(value => value.ValueKind is JsonValueKind.Array || (value.ValueKind is JsonValueKind.Object && value.EnumerateObject().Count() != 1)))
            {
                throw new FormatException($"Event pattern is not valid: each item of \"{at}\" must be a value or one operator.");
            }
        }
    }

    // EventBridge looks into lists as if their items stood side by side: a field has as many values as there are ways to it.
    private static bool Object(JsonElement pattern, IReadOnlyList<JsonElement> places) => pattern.EnumerateObject().All(member =>
    {
        if (member.Name == "$or")
        {
            return member.Value.EnumerateArray().Any(alternative => Object(alternative, places));
        }

        var values = places.SelectMany(place => Values(place, member.Name)).ToList();
        return member.Value.ValueKind == JsonValueKind.Object
            ? Object(member.Value, values)
            : member.Value.EnumerateArray().Any(wanted => Leaf(wanted, values));
    });

    private static IEnumerable<JsonElement> Values(JsonElement place, string name)
    {
        if (place.ValueKind != JsonValueKind.Object || !place.TryGetProperty(name, out var value))
        {
            yield break;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            yield return value;
            yield break;
        }

        foreach (var item in value.EnumerateArray())
        {
            yield return item;
        }
    }

    private static bool Leaf(JsonElement wanted, List<JsonElement> values)
    {
        if (wanted.ValueKind != JsonValueKind.Object)
        {
            return values.Any(value => JsonElement.DeepEquals(wanted, value));
        }

        var (name, operand) = wanted.EnumerateObject().Select(member => (member.Name, member.Value)).Single();
        return name == "exists" ? operand.GetBoolean() == values.Count > 0 : values.Any(value => Holds(name, operand, value));
    }

    private static bool Holds(string name, JsonElement operand, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return name switch
        {
            "anything-but" when operand.ValueKind == JsonValueKind.Array => operand.EnumerateArray().All(other => !JsonElement.DeepEquals(other, value)),
            "anything-but" when operand.ValueKind == JsonValueKind.Object => operand.EnumerateObject().All(inner => !Holds(inner.Name, inner.Value, value)),
            "anything-but" => !JsonElement.DeepEquals(operand, value),
            "prefix" => text?.StartsWith(operand.GetString()!, StringComparison.Ordinal) == true,
            "suffix" => text?.EndsWith(operand.GetString()!, StringComparison.Ordinal) == true,
            "equals-ignore-case" => text?.Equals(operand.GetString(), StringComparison.OrdinalIgnoreCase) == true,
            "wildcard" => text is not null && Wildcard.Matches(operand.GetString()!, text),
            _ => throw new NotSupportedException($"The operator '{name}' of event patterns is not judged here."),
        };
    }
}
