namespace Pulumi.Rpc.Values;

/// <summary>Questions about whole values.</summary>
public static class PropertyQueries
{
    public static bool ContainsUnknown(this PropertyValue value) => Any(value, v => v is UnknownValue or OutputValue { Value: null });

    public static bool ContainsSecret(this PropertyValue value) => Any(value, v => v is SecretValue or OutputValue { Secret: true });

    /// <summary>Without secret and output wrappers at any depth, so that two values can be compared or read.</summary>
    public static PropertyValue Plain(this PropertyValue value) => value switch
    {
        SecretValue s => s.Value.Plain(),
        OutputValue { Value: null } => PropertyValue.Unknown,
        OutputValue o => o.Value.Plain(),
        ListValue l => PropertyValue.Of(l.Items.Select(Plain)),
        ObjectValue o => o.Map.Plain(),
        _ => value,
    };

    public static PropertyMap Plain(this PropertyMap map) =>
        PropertyMap.Create(map.Select(item => KeyValuePair.Create(item.Key, item.Value.Plain())));

    /// <summary>The text at <paramref name="key"/>, unwrapped; null when it is absent, unknown or not a string.</summary>
    public static string? Text(this PropertyMap map, string key) => (map.Find(key)?.Plain() as StringValue)?.Value;

    private static bool Any(PropertyValue value, Func<PropertyValue, bool> test) => test(value) || value switch
    {
        SecretValue s => Any(s.Value, test),
        OutputValue { Value: { } inner } => Any(inner, test),
        ListValue l => l.Items.Any(item => Any(item, test)),
        ObjectValue o => o.Map.Values.Any(item => Any(item, test)),
        ArchiveValue { Assets: { } assets } => assets.Values.Any(item => Any(item, test)),
        _ => false,
    };
}
