using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Rpc.Values;

/// <summary>Property values to and from <c>google.protobuf.Struct</c>. Nobody else parses wire structs.</summary>
public static class PropertyCodec
{
    /// <summary>The sentinel string of an unknown value of any type; also stands for the id of a provider that is not created yet.</summary>
    public static string UnknownText => Signatures.TextOf(UnknownKind.Any);

    public static PropertyMap FromStruct(Struct? fields) =>
        fields is null ? PropertyMap.Empty : PropertyMap.Create(fields.Fields.Select(field => KeyValuePair.Create(field.Key, FromValue(field.Value))));

    /// <exception cref="FormatException">An object carries a signature that no version of the protocol has, or a signature without what it needs.</exception>
    public static PropertyValue FromValue(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.None or Value.KindOneofCase.NullValue => PropertyValue.Null,
        Value.KindOneofCase.BoolValue => new BoolValue(value.BoolValue),
        Value.KindOneofCase.NumberValue => new NumberValue(value.NumberValue),
        Value.KindOneofCase.StringValue => FromText(value.StringValue),
        Value.KindOneofCase.ListValue => new ListValue(value.ListValue.Values.Select(FromValue).ToImmutableArray()),
        Value.KindOneofCase.StructValue => FromObject(value.StructValue),
        _ => throw new FormatException($"a value of kind {value.KindCase} is not known"),
    };

    public static Struct ToStruct(PropertyMap map)
    {
        var result = new Struct();
        foreach (var (key, value) in map)
        {
            result.Fields.Add(key, ToValue(value));
        }

        return result;
    }

    public static Value ToValue(PropertyValue value) => value switch
    {
        NullValue => Value.ForNull(),
        BoolValue b => Value.ForBool(b.Value),
        NumberValue n => Value.ForNumber(n.Value),
        StringValue s => Value.ForString(s.Value),
        ListValue l => new Value { ListValue = new Google.Protobuf.WellKnownTypes.ListValue { Values = { l.Items.Select(ToValue) } } },
        ObjectValue o => Value.ForStruct(ToStruct(o.Map)),
        UnknownValue u => Value.ForString(Signatures.TextOf(u.Kind)),
        SecretValue s => Signed(Signatures.Secret, ("value", ToValue(s.Value))),
        AssetValue a => Signed(Signatures.Asset, Text("text", a.Text), Text("path", a.Path), Text("uri", a.Uri), Text("hash", a.Hash)),
        ArchiveValue a => Signed(Signatures.Archive, ("assets", a.Assets is null ? null : Value.ForStruct(ToStruct(a.Assets))), Text("path", a.Path), Text("uri", a.Uri), Text("hash", a.Hash)),
        ResourceReferenceValue r => Signed(Signatures.ResourceReference, Text("urn", r.Urn), ("id", r.Id is null ? null : ToValue(r.Id)), Text("packageVersion", r.PackageVersion)),
        OutputValue o => Signed(
            Signatures.Output,
            ("value", o.Value is null ? null : ToValue(o.Value)),
            ("secret", o.Secret ? Value.ForBool(true) : null),
            ("dependencies", o.Dependencies.IsDefaultOrEmpty ? null : Value.ForList(o.Dependencies.Select(Value.ForString).ToArray()))),
        _ => throw new InvalidOperationException($"no wire form for {value.GetType().Name}"),
    };

    private static PropertyValue FromText(string text) =>
        Signatures.UnknownOf(text) is { } kind ? new UnknownValue(kind) : new StringValue(text);

    private static PropertyValue FromObject(Struct fields)
    {
        if (!fields.Fields.TryGetValue(Signatures.Key, out var signature))
        {
            return new ObjectValue(FromStruct(fields));
        }

        return signature.StringValue switch
        {
            Signatures.Secret => new SecretValue(FromValue(Required(fields, "value", "secret"))),
            Signatures.Asset => new AssetValue(Optional(fields, "text"), Optional(fields, "path"), Optional(fields, "uri"), Optional(fields, "hash")),
            Signatures.Archive => new ArchiveValue(
                fields.Fields.TryGetValue("assets", out var assets) ? FromStruct(assets.StructValue) : null,
                Optional(fields, "path"),
                Optional(fields, "uri"),
                Optional(fields, "hash")),
            Signatures.ResourceReference => new ResourceReferenceValue(
                Required(fields, "urn", "resource reference").StringValue,
                ReferenceId(fields),
                Optional(fields, "packageVersion") ?? ""),
            Signatures.Output => new OutputValue(
                fields.Fields.TryGetValue("value", out var value) ? FromValue(value) : null,
                fields.Fields.TryGetValue("secret", out var secret) && secret.BoolValue,
                fields.Fields.TryGetValue("dependencies", out var urns) ? urns.ListValue.Values.Select(urn => urn.StringValue).ToImmutableArray() : []),
            var other => throw new FormatException($"unrecognized signature '{other}' in a property value"),
        };
    }

    /// <summary>An id that is empty or the sentinel is not known yet; no id at all means a component.</summary>
    private static PropertyValue? ReferenceId(Struct fields) =>
        fields.Fields.TryGetValue("id", out var id)
            ? id.StringValue.Length == 0 ? PropertyValue.Unknown : FromValue(id)
            : null;

    private static Value Required(Struct fields, string name, string what) =>
        fields.Fields.TryGetValue(name, out var value) ? value : throw new FormatException($"a {what} has no '{name}'");

    private static string? Optional(Struct fields, string name) =>
        fields.Fields.TryGetValue(name, out var value) && value.KindCase == Value.KindOneofCase.StringValue ? value.StringValue : null;

    private static (string Name, Value? Value) Text(string name, string? text) => (name, text is null ? null : Value.ForString(text));

    private static Value Signed(string signature, params ReadOnlySpan<(string Name, Value? Value)> parts)
    {
        var result = new Struct { Fields = { [Signatures.Key] = Value.ForString(signature) } };
        foreach (var (name, value) in parts)
        {
            if (value is not null)
            {
                result.Fields.Add(name, value);
            }
        }

        return Value.ForStruct(result);
    }
}
