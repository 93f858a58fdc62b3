using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using FinOps.LocalEngine.Providers.Aws.Resources;
using FinOps.LocalEngine.Providers.Aws.Schema;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;
using SchemaTool;

namespace FinOps.LocalEngine.Providers.Aws.Reading;

/// <summary>
/// Reads an API's answer as the provider's properties: <see cref="JsonShape"/> the other way round. The schema leads: what it does not know
/// is left out, a structure where it wants a list becomes a list of one, text becomes the number or the flag that it wants.
/// </summary>
internal static class AnswerReader
{
    /// <returns>Every one of <paramref name="properties"/>; null for what the answer does not have.</returns>
    public static PropertyMap Read(ResourceCall call, JsonNode? answer, JsonShape shape, params IEnumerable<string> properties)
    {
        var members = AwsSchema.Instance.Resource(call.Token)!.Inputs;
        return PropertyMap.Create(properties.Select(property => KeyValuePair.Create(property, Value(members.Find(property)!, Member(answer, shape, property), shape))));
    }

    /// <summary>XML as JSON: elements of one name become a list, text stays text.</summary>
    public static JsonNode Json(XElement element) => element.HasElements
        ? new JsonObject(element.Elements().GroupBy(child => child.Name.LocalName)
            .Select(group => KeyValuePair.Create(group.Key, group.Skip(1).Any() ? new JsonArray([.. group.Select(Json)]) : (JsonNode?)Json(group.First()))))
        : JsonValue.Create(element.Value);

    /// <summary>Services do not agree on the first letter.</summary>
    private static JsonNode? Member(JsonNode? answer, JsonShape shape, string property) =>
        (answer as JsonObject)?.FirstOrDefault(member => member.Key.Equals(shape.Member(property), StringComparison.OrdinalIgnoreCase)).Value;

    private static PropertyValue Value(TypeExpression type, JsonNode? node, JsonShape shape)
    {
        switch (type.Head)
        {
            case var _ when node is null:
                return PropertyValue.Null;
            case "list":
                return PropertyValue.Of((node as JsonArray ?? [node.DeepClone()]).Select(item => Value(type.Arguments[0], item, shape)));
            case "map":
                return PropertyMap.Create(Entries(node).Select(entry => KeyValuePair.Create(entry.Key, Value(type.Arguments[0], entry.Value, shape))));
            case "ref" when node is JsonObject:
                return PropertyMap.Create(AwsSchema.Instance.InputType(type.Name!)
                    .Select(member => KeyValuePair.Create(member.Key, Value(member.Value, Member(node, shape, member.Key), shape)))
                    .Where(member => member.Value is not NullValue));
            case "ref":
                return PropertyMap.Empty;
            case "number":
                return double.Parse(Text(node), CultureInfo.InvariantCulture);
            case "boolean":
                return Text(node).Equals("true", StringComparison.OrdinalIgnoreCase);
            default:
                return Text(node);
        }
    }

    /// <summary>Maps come as such, or as structures of Key (or Name) and Value.</summary>
    private static IEnumerable<KeyValuePair<string, JsonNode?>> Entries(JsonNode node) => node switch
    {
        JsonArray items => items.SelectMany(item => Entries(item!)),
        JsonObject { Count: 2 } entry when entry.ContainsKey("Value") && (entry["Key"] ?? entry["Name"]) is { } key => [KeyValuePair.Create((string)key!, entry["Value"])],
        JsonObject map => map,
        _ => [],
    };

    private static string Text(JsonNode node) => node.GetValueKind() == JsonValueKind.String ? (string)node! : node.ToJsonString();
}
