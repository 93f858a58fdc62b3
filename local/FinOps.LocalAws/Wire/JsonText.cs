using System.Text.Json;
using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Wire;

/// <summary>Looks for plain texts among the members of a JSON structure.</summary>
internal static class JsonText
{
    /// <summary>A member that is a text; null when it is absent or something else.</summary>
    public static string? Text(this JsonObject members, string name) =>
        members[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The texts of a list; empty when it is absent or something else.</summary>
    public static IReadOnlyList<string> Texts(this JsonObject members, string name) =>
        members[name] is JsonArray list ? [.. list.OfType<JsonValue>().Select(item => item.TryGetValue<string>(out var text) ? text : null).OfType<string>()] : [];

    /// <summary>A text in a body that need be no JSON at all.</summary>
    public static string? Find(ReadOnlyMemory<byte> body, string name)
    {
        try
        {
            return body.IsEmpty ? null : (JsonNode.Parse(body.Span) as JsonObject)?.Text(name);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
