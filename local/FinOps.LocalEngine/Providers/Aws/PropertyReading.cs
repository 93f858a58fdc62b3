using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws;

/// <summary>Typed reads of plain (unwrapped) properties; an absent, null or unknown one reads as null or empty.</summary>
internal static class PropertyReading
{
    public static string RequiredText(this PropertyMap map, string name) =>
        map.TextOf(name) ?? throw new InvalidOperationException($"'{name}' is required here and Check has let it pass.");

    /// <summary>A string, or the id of a resource where the resource itself was given.</summary>
    public static string? TextOf(this PropertyMap map, string name) => map.Find(name) switch
    {
        StringValue text => text.Value,
        ResourceReferenceValue { Id: StringValue id } => id.Value,
        _ => null,
    };

    public static bool? FlagOf(this PropertyMap map, string name) => (map.Find(name) as BoolValue)?.Value;

    public static double? NumberOf(this PropertyMap map, string name) => (map.Find(name) as NumberValue)?.Value;

    public static PropertyMap? ObjectOf(this PropertyMap map, string name) => (map.Find(name) as ObjectValue)?.Map;

    public static IReadOnlyList<string> TextsOf(this PropertyMap map, string name) =>
        map.Find(name) is ListValue list ? [.. list.Items.OfType<StringValue>().Select(text => text.Value)] : [];

    public static IReadOnlyList<PropertyMap> ObjectsOf(this PropertyMap map, string name) =>
        map.Find(name) is ListValue list ? [.. list.Items.OfType<ObjectValue>().Select(item => item.Map)] : [];

    public static IReadOnlyDictionary<string, string> TextMapOf(this PropertyMap map, string name) =>
        map.Find(name) is ObjectValue nested
            ? nested.Map.Where(item => item.Value is StringValue).ToDictionary(item => item.Key, item => ((StringValue)item.Value).Value, StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal);

    public static PropertyMap ToProperties(this IReadOnlyDictionary<string, string> texts) =>
        PropertyMap.Create(texts.Select(text => KeyValuePair.Create<string, PropertyValue>(text.Key, text.Value)));
}
