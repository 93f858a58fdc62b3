using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Pulumi.Rpc.Values;

/// <summary>Property values to and from the JSON of deployments and plans, where a secret is ciphertext instead of its value.</summary>
/// <param name="encrypt">Plaintext (the JSON of the secret's value) to ciphertext.</param>
/// <param name="decrypt">The other way.</param>
public sealed class PropertyJson(Func<string, string> encrypt, Func<string, string> decrypt)
{
    /// <summary>How masked output shows a secret.</summary>
    public const string Mask = "[secret]";

    /// <summary>For output to people: secrets become <see cref="Mask"/>; reading back is not possible.</summary>
    public static PropertyJson Masked { get; } = new(_ => Mask, _ => throw new NotSupportedException("masked output cannot be read back"));

    /// <summary>For reading without the key: secrets, masked and uncovered ones too, become unknown secrets; writing is not possible.</summary>
    public static PropertyJson Sealed { get; } = new(_ => throw new NotSupportedException("what was read without its secrets cannot be written"), _ => "");

    public JsonObject Write(PropertyMap map) => new(map.Select(item => KeyValuePair.Create(item.Key, Write(item.Value))));

    public JsonNode? Write(PropertyValue value) => value switch
    {
        NullValue => null,
        BoolValue b => b.Value,
        NumberValue n => n.Value,
        StringValue s => s.Value,
        ListValue l => new JsonArray([.. l.Items.Select(Write)]),
        ObjectValue o => Write(o.Map),
        UnknownValue u => Signatures.TextOf(u.Kind),
        SecretValue s when ReferenceEquals(this, Masked) => Mask,
        SecretValue s => Signed(Signatures.Secret, ("ciphertext", encrypt(Write(s.Value)?.ToJsonString() ?? "null"))),
        AssetValue a => Signed(Signatures.Asset, ("text", a.Text), ("path", a.Path), ("uri", a.Uri), ("hash", a.Hash)),
        ArchiveValue a => Signed(Signatures.Archive, ("assets", a.Assets is null ? null : Write(a.Assets)), ("path", a.Path), ("uri", a.Uri), ("hash", a.Hash)),
        ResourceReferenceValue r => Signed(Signatures.ResourceReference, ("urn", r.Urn), ("id", r.Id is null ? null : Write(r.Id)), ("packageVersion", r.PackageVersion)),
        OutputValue { Value: null } => Signatures.TextOf(UnknownKind.Any),
        OutputValue { Secret: true } o => Write(new SecretValue(o.Value)),
        OutputValue o => Write(o.Value),
        _ => throw new InvalidOperationException($"no JSON form for {value.GetType().Name}"),
    };

    public PropertyMap Read(JsonObject? json) =>
        json is null ? PropertyMap.Empty : PropertyMap.Create(json.Select(item => KeyValuePair.Create(item.Key, Read(item.Value))));

    /// <exception cref="FormatException">An object carries an unknown signature or lacks what its signature needs.</exception>
    public PropertyValue Read(JsonNode? json) => json switch
    {
        null => PropertyValue.Null,
        JsonArray list => new ListValue(list.Select(Read).ToImmutableArray()),
        JsonObject map => ReadObject(map),
        JsonValue leaf when leaf.TryGetValue<bool>(out var b) => new BoolValue(b),
        JsonValue leaf when ReferenceEquals(this, Sealed) && leaf.TryGetValue<string>(out var s) && s == Mask => new SecretValue(PropertyValue.Unknown),
        JsonValue leaf when leaf.TryGetValue<string>(out var s) => Signatures.UnknownOf(s) is { } kind ? new UnknownValue(kind) : new StringValue(s),
        JsonValue leaf => new NumberValue(leaf.GetValue<double>()),
        _ => throw new FormatException($"a JSON node of type {json.GetType().Name} is not known"),
    };

    private static string? Text(JsonObject json, string name) => (string?)json[name];

    private static JsonObject Signed(string signature, params ReadOnlySpan<(string Name, JsonNode? Value)> parts)
    {
        var result = new JsonObject { [Signatures.Key] = signature };
        foreach (var (name, value) in parts)
        {
            if (value is not null)
            {
                result[name] = value;
            }
        }

        return result;
    }

    private PropertyValue ReadObject(JsonObject json) => Text(json, Signatures.Key) switch
    {
        null => new ObjectValue(Read(json)),
        Signatures.Secret when ReferenceEquals(this, Sealed) => new SecretValue(PropertyValue.Unknown),
        Signatures.Secret => new SecretValue(Read(JsonNode.Parse(decrypt(Text(json, "ciphertext") ?? throw new FormatException("a secret has no 'ciphertext'"))))),
        Signatures.Asset => new AssetValue(Text(json, "text"), Text(json, "path"), Text(json, "uri"), Text(json, "hash")),
        Signatures.Archive => new ArchiveValue(json["assets"] is JsonObject assets ? Read(assets) : null, Text(json, "path"), Text(json, "uri"), Text(json, "hash")),
        Signatures.ResourceReference => new ResourceReferenceValue(
            Text(json, "urn") ?? throw new FormatException("a resource reference has no 'urn'"),
            json["id"] is { } id ? Read(id) : null,
            Text(json, "packageVersion") ?? ""),
        var other => throw new FormatException($"unrecognized signature '{other}' in a property value"),
    };
}
