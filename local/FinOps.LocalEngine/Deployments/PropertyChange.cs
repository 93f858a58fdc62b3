using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FinOps.LocalEngine.State;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Deployments;

/// <summary>One place in a resource's properties where two states differ.</summary>
/// <param name="Path">For example <c>notifications[0].threshold</c>; inside a JSON document its members go on in the same way.</param>
/// <param name="Old">As JSON text, secrets masked; null where there was nothing.</param>
/// <param name="New">Likewise.</param>
public sealed record PropertyChange(string Path, string? Old, string? New)
{
    /// <summary>For people: quotes and signs stay readable.</summary>
    private static readonly JsonSerializerOptions _text = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What differs between the inputs and outputs of two states, ordered by path; what is both is told once.</summary>
    public static IReadOnlyList<PropertyChange> Between(ResourceState before, ResourceState after)
    {
        var (one, other) = (Whole(before), Whole(after));
        var changes = new List<PropertyChange>();
        foreach (var name in one.Keys.Union(other.Keys).Order(StringComparer.Ordinal))
        {
            var (old, now) = (one.Find(name) ?? PropertyValue.Null, other.Find(name) ?? PropertyValue.Null);
            if (!old.ContainsSecret() && !now.ContainsSecret())
                Compare(name, PropertyJson.Masked.Write(old), PropertyJson.Masked.Write(now), changes);
            else if (!old.Plain().Equals(now.Plain()))
                changes.Add(new PropertyChange(name, PropertyJson.Mask, PropertyJson.Mask));
        }
        return changes;
    }

    /// <summary>Outputs repeat the inputs, and know better what is secret.</summary>
    private static PropertyMap Whole(ResourceState state) => state.Inputs.SetAll(state.Outputs);

    private static void Compare(string path, JsonNode? before, JsonNode? after, List<PropertyChange> changes)
    {
        (before, after) = (Document(before, after), Document(after, before));
        if (JsonNode.DeepEquals(before, after))
            return;
        switch (before, after)
        {
            case (JsonObject one, JsonObject other):
                foreach (var name in one.Select(member => member.Key).Union(other.Select(member => member.Key)).Order(StringComparer.Ordinal))
                    Compare($"{path}.{name}", one[name], other[name], changes);
                break;
            case (JsonArray one, JsonArray other):
                for (var i = 0; i < Math.Max(one.Count, other.Count); i++)
                    Compare($"{path}[{i}]", i < one.Count ? one[i] : null, i < other.Count ? other[i] : null, changes);
                break;
            default:
                changes.Add(new PropertyChange(path, before?.ToJsonString(_text), after?.ToJsonString(_text)));
                break;
        }
    }

    /// <summary>Policies and patterns are JSON in a text; where both sides are, the place inside is told.</summary>
    private static JsonNode? Document(JsonNode? node, JsonNode? other) => Parse(node) is { } document && Parse(other) is not null ? document : node;

    private static JsonObject? Parse(JsonNode? node)
    {
        if (node is not JsonValue value || !value.TryGetValue<string>(out var text) || !text.StartsWith('{'))
            return null;
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
