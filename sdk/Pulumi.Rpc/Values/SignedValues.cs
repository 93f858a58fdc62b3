namespace Pulumi.Rpc.Values;

/// <summary>Objects that stand for values which are more than JSON. They carry <see cref="Signatures.Key"/>.</summary>
internal static class SignedValues
{
    /// <exception cref="FormatException">The signature is one that no version of the protocol has, or lacks what it needs.</exception>
    public static PropertyValue Open(PropertyMap fields) => fields.TryGetValue(Signatures.Key, out var signature)
        ? Open((signature as StringValue)?.Value ?? "", fields)
        : new ObjectValue(fields);

    /// <summary>The object that stands for a value on the wire.</summary>
    public static PropertyMap Close(PropertyValue value) => value switch
    {
        SecretValue s => Signed(Signatures.Secret, ("value", s.Value)),
        AssetValue a => Signed(Signatures.Asset, ("text", Of(a.Text)), ("path", Of(a.Path)), ("uri", Of(a.Uri)), ("hash", Of(a.Hash))),
        ArchiveValue a => Signed(
            Signatures.Archive, ("assets", a.Assets is null ? null : PropertyValue.Of(a.Assets)), ("path", Of(a.Path)), ("uri", Of(a.Uri)), ("hash", Of(a.Hash))),
        ResourceReferenceValue r => Signed(Signatures.ResourceReference, ("urn", Of(r.Urn)), ("id", r.Id), ("packageVersion", Of(r.PackageVersion))),
        OutputValue o => Signed(
            Signatures.Output,
            ("value", o.Value),
            ("secret", o.Secret ? PropertyValue.Of(true) : null),
            ("dependencies", o.Dependencies.IsDefaultOrEmpty ? null : PropertyValue.Of(o.Dependencies.Select(PropertyValue.Of)))),
        _ => throw new InvalidOperationException($"no wire form for {value.GetType().Name}"),
    };

    private static PropertyValue Open(string signature, PropertyMap fields) => signature switch
    {
        Signatures.Secret => new SecretValue(Required(fields, "value", "secret")),
        Signatures.Asset => new AssetValue(Text(fields, "text"), Text(fields, "path"), Text(fields, "uri"), Text(fields, "hash")),
        Signatures.Archive => new ArchiveValue((fields.Find("assets") as ObjectValue)?.Map, Text(fields, "path"), Text(fields, "uri"), Text(fields, "hash")),
        Signatures.ResourceReference => new ResourceReferenceValue(
            Text(Required(fields, "urn", "resource reference")) ?? "", ReferenceId(fields), Text(fields, "packageVersion") ?? ""),
        Signatures.Output => new OutputValue(
            fields.Find("value"),
            fields.Find("secret") is BoolValue { Value: true },
            fields.Find("dependencies") is ListValue urns ? [.. urns.Items.Select(urn => Text(urn) ?? "")] : []),
        _ => throw new FormatException($"unrecognized signature '{signature}' in a property value"),
    };

    /// <summary>An id that is empty or the sentinel is not known yet; no id at all means a component.</summary>
    private static PropertyValue? ReferenceId(PropertyMap fields) => fields.Find("id") is StringValue { Value: "" } ? PropertyValue.Unknown : fields.Find("id");

    private static PropertyValue Required(PropertyMap fields, string name, string what) =>
        fields.Find(name) ?? throw new FormatException($"a {what} has no '{name}'");

    private static string? Text(PropertyMap fields, string name) => fields.Find(name) is { } value ? Text(value) : null;

    /// <summary>A sentinel is a text like any other where only text can stand.</summary>
    private static string? Text(PropertyValue value) => value switch
    {
        StringValue text => text.Value,
        UnknownValue unknown => Signatures.TextOf(unknown.Kind),
        _ => null,
    };

    private static PropertyValue? Of(string? text) => text is null ? null : PropertyValue.Of(text);

    private static PropertyMap Signed(string signature, params ReadOnlySpan<(string Name, PropertyValue? Value)> parts)
    {
        var fields = new PropertyMap.Builder(parts.Length + 1);
        fields.Add(Signatures.Key, signature);
        foreach (var (name, value) in parts)
        {
            if (value is not null)
            {
                fields.Add(name, value);
            }
        }

        return fields.Build();
    }
}
