using System.Text.Json;
using System.Text.Json.Nodes;

namespace FinOps.LocalEngine.Providers.Aws.Reading;

/// <summary>
/// Whether two JSON documents say the same, as the provider compares policies, patterns and filters: the order of members and of plain
/// values in a list does not matter, one value is a list of one, and a member that is null is none.
/// </summary>
internal static class JsonDocuments
{
    public static bool Same(string one, string other)
    {
        if (one == other)
            return true;
        try
        {
            return Same(JsonNode.Parse(one), JsonNode.Parse(other));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Same(JsonNode? one, JsonNode? other)
    {
        switch (one, other)
        {
            case (JsonObject a, JsonObject b):
                var (members, others) = (Members(a), Members(b));
                return members.Count == others.Count && members.All(member => others.TryGetValue(member.Key, out var value) && Same(member.Value, value));
            case (JsonArray a, JsonArray b) when a.Concat(b).All(item => item is JsonValue):
                return Texts(a).SequenceEqual(Texts(b));
            case (JsonArray a, JsonArray b):
                return a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second));
            case (JsonArray { Count: 1 } a, _):
                return Same(a[0], other);
            case (_, JsonArray { Count: 1 } b):
                return Same(one, b[0]);
            case (JsonValue a, JsonValue b):
                return Text(a) == Text(b);
            default:
                return one is null && other is null;
        }
    }

    private static Dictionary<string, JsonNode?> Members(JsonObject node) =>
        node.Where(member => member.Value is not null).ToDictionary(StringComparer.Ordinal);

    private static IEnumerable<string> Texts(JsonArray items) => items.Select(Text).Order(StringComparer.Ordinal);

    /// <summary>Conditions of policies may write true as text.</summary>
    private static string Text(JsonNode? value) => value!.GetValueKind() == JsonValueKind.String ? (string)value! : value.ToJsonString();
}
