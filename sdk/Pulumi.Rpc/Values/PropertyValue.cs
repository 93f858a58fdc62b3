using System.Collections.Immutable;

namespace Pulumi.Rpc.Values;

/// <summary>
/// A property of a resource as Pulumi's wire knows it. Immutable and compared by content.
/// Only <see cref="PropertyCodec"/> knows how each case looks on the wire.
/// </summary>
public abstract record PropertyValue
{
    private protected PropertyValue()
    {
    }

    public static PropertyValue Null { get; } = new NullValue();

    public static PropertyValue Unknown { get; } = new UnknownValue(UnknownKind.Any);

    public static PropertyValue Of(string value) => new StringValue(value);

    public static PropertyValue Of(bool value) => value ? BoolValue.True : BoolValue.False;

    public static PropertyValue Of(double value) => new NumberValue(value);

    public static PropertyValue Of(IEnumerable<PropertyValue> items) => new ListValue(items.ToImmutableArray());

    public static PropertyValue Of(PropertyMap map) => new ObjectValue(map);

    public static implicit operator PropertyValue(string value) => Of(value);

    public static implicit operator PropertyValue(bool value) => Of(value);

    public static implicit operator PropertyValue(double value) => Of(value);

    public static implicit operator PropertyValue(PropertyMap map) => Of(map);
}

public sealed record NullValue : PropertyValue
{
    internal NullValue()
    {
    }
}

public sealed record BoolValue(bool Value) : PropertyValue
{
    internal static readonly BoolValue True = new(true);

    internal static readonly BoolValue False = new(false);
}

/// <param name="Value">The wire has doubles only; integers are exact up to 2^53.</param>
public sealed record NumberValue(double Value) : PropertyValue;

public sealed record StringValue(string Value) : PropertyValue
{
    /// <inheritdoc cref="object.ToString"/>
    public override string ToString() => Value;
}

public sealed record ListValue(ImmutableArray<PropertyValue> Items) : PropertyValue
{
    public bool Equals(ListValue? other) => other is not null && Items.SequenceEqual(other.Items);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }
}

public sealed record ObjectValue(PropertyMap Map) : PropertyValue;

/// <summary>A value that must never be shown or stored in clear.</summary>
public sealed record SecretValue(PropertyValue Value) : PropertyValue
{
    /// <summary>Keeps secrets out of logs and exception texts.</summary>
    public override string ToString() => "[secret]";
}

/// <summary>What type of value will stand here once it is known; the wire has one sentinel each.</summary>
public enum UnknownKind
{
    Any,
    Bool,
    Number,
    Array,
    Asset,
    Archive,
    Object,
}

/// <summary>A value that only an update will tell.</summary>
public sealed record UnknownValue(UnknownKind Kind) : PropertyValue;

/// <summary>A value with what is known about it; sent in-band only to remote components, calls and transforms.</summary>
/// <param name="Value">Null when the value is unknown.</param>
/// <param name="Secret">Whether the value is secret.</param>
/// <param name="Dependencies">URNs of the resources it came from.</param>
public sealed record OutputValue(PropertyValue? Value, bool Secret, ImmutableArray<string> Dependencies) : PropertyValue
{
    public bool Equals(OutputValue? other) =>
        other is not null && Equals(Value, other.Value) && Secret == other.Secret && Dependencies.SequenceEqual(other.Dependencies);

    public override int GetHashCode() => HashCode.Combine(Value, Secret, Dependencies.Length);

    public override string ToString() => Secret ? "[secret]" : $"Output({Value?.ToString() ?? "unknown"})";
}

/// <summary>One file: exactly one of text, path (relative to the program's folder) and uri.</summary>
/// <param name="Hash">Hex SHA-256 of the bytes, filled in by the engine; assets of equal hash are equal.</param>
public sealed record AssetValue(string? Text, string? Path, string? Uri, string? Hash = null) : PropertyValue
{
    public bool Equals(AssetValue? other) =>
        other is not null && Hash == other.Hash && (Hash is not null || (Text, Path, Uri) == (other.Text, other.Path, other.Uri));

    public override int GetHashCode() => 0x0a55e7;
}

/// <summary>Several files: exactly one of a map of assets, path (a folder or an archive file) and uri.</summary>
/// <param name="Hash">Hex SHA-256, filled in by the engine; archives of equal hash are equal.</param>
public sealed record ArchiveValue(PropertyMap? Assets, string? Path, string? Uri, string? Hash = null) : PropertyValue
{
    public bool Equals(ArchiveValue? other) =>
        other is not null && Hash == other.Hash && (Hash is not null || (Equals(Assets, other.Assets) && (Path, Uri) == (other.Path, other.Uri)));

    public override int GetHashCode() => 0x0a2c41;
}

/// <param name="Urn">The URN of the resource.</param>
/// <param name="Id">Null for components; <see cref="PropertyValue.Unknown"/> while the resource is not created.</param>
/// <param name="PackageVersion">Semver of the provider, or empty.</param>
public sealed record ResourceReferenceValue(string Urn, PropertyValue? Id, string PackageVersion) : PropertyValue;
