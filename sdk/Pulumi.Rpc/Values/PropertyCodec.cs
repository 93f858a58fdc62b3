using System.Collections.Immutable;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Rpc.Values;

/// <summary>Property values to and from <c>google.protobuf.Struct</c>. Nobody else parses wire structs.</summary>
public static class PropertyCodec
{
    /// <summary>The sentinel string of an unknown value of any type; also stands for the id of a provider that is not created yet.</summary>
    public static string UnknownText => Signatures.TextOf(UnknownKind.Any);

    /// <summary>The bytes of a <c>google.protobuf.Struct</c>, where a message keeps them as they came.</summary>
    /// <exception cref="FormatException">As for <see cref="FromValue"/>, or the bytes are no struct.</exception>
    public static PropertyMap FromBytes(ByteString bytes) => StructReader.ReadMap(bytes.Span);

    /// <returns>The bytes of <see cref="ToStruct"/>.</returns>
    public static ByteString ToBytes(PropertyMap map) => StructWriter.Write(map);

    public static PropertyMap FromStruct(Struct? fields) =>
        fields is null ? PropertyMap.Empty : PropertyMap.Create(fields.Fields.Select(field => KeyValuePair.Create(field.Key, FromValue(field.Value))));

    /// <exception cref="FormatException">An object carries a signature that no version of the protocol has, or a signature without what it needs.</exception>
    public static PropertyValue FromValue(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.None or Value.KindOneofCase.NullValue => PropertyValue.Null,
        Value.KindOneofCase.BoolValue => PropertyValue.Of(value.BoolValue),
        Value.KindOneofCase.NumberValue => new NumberValue(value.NumberValue),
        Value.KindOneofCase.StringValue => FromText(value.StringValue),
        Value.KindOneofCase.ListValue => new ListValue(value.ListValue.Values.Select(FromValue).ToImmutableArray()),
        Value.KindOneofCase.StructValue => SignedValues.Open(FromStruct(value.StructValue)),
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
        _ => Value.ForStruct(ToStruct(SignedValues.Close(value))),
    };

    internal static PropertyValue FromText(string text) =>
        Signatures.UnknownOf(text) is { } kind ? new UnknownValue(kind) : new StringValue(text);
}
