using System.Text.Json.Nodes;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Wire;

/// <summary>
/// Turns the provider's properties into an API's input: camelCase names become PascalCase, and those that differ by more are renamed.
/// Absent and null members are left out; numbers without a fraction are written as integers.
/// </summary>
internal sealed class JsonShape(params (string Property, string Member)[] renames)
{
    private readonly Dictionary<string, string> _renames = renames.ToDictionary(r => r.Property, r => r.Member, StringComparer.Ordinal);

    /// <summary>Names differ by the first letter only.</summary>
    public static JsonShape Plain { get; } = new();

    public JsonObject Object(PropertyMap map, params string[] only)
    {
        var result = new JsonObject();
        foreach (var (name, value) in map)
            if (value is not (NullValue or UnknownValue) && (only.Length == 0 || only.Contains(name)))
                result[Member(name)] = Node(value);
        return result;
    }

    /// <summary>The API's name of a property.</summary>
    public string Member(string property) =>
        _renames.TryGetValue(property, out var member) ? member : char.ToUpperInvariant(property[0]) + property[1..];

    public JsonNode? Node(PropertyValue value) => value switch
    {
        StringValue text => text.Value,
        BoolValue flag => flag.Value,
        NumberValue number when double.IsInteger(number.Value) => (long)number.Value,
        NumberValue number => number.Value,
        ListValue list => new JsonArray([.. list.Items.Select(Node)]),
        ObjectValue nested => Object(nested.Map),
        ResourceReferenceValue { Id: StringValue id } => id.Value,
        _ => null,
    };

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    public static JsonObject TextMap(IEnumerable<KeyValuePair<string, string>> texts) =>
        new(texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)text.Value)));

    /// <summary><c>[{"Key": .., "Value": ..}]</c>.</summary>
    public static JsonArray Tags(IEnumerable<KeyValuePair<string, string>> tags) =>
        new([.. tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]);
}
