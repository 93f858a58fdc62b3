using System.Globalization;
using Pulumi.Rpc.Values;

namespace Pulumi.Policy.Values;

/// <summary>
/// A property, or a place where none is, with its path. Reading on through something absent gives absent; reading what is not known
/// yet throws <see cref="UnknownValueException"/>, which the host turns into an advisory. Secrets are read in clear.
/// </summary>
public readonly struct PolicyValue
{
    /// <summary>The path of what this is a part of, and the part's name or index: paths are wanted only when something is wrong.</summary>
    private readonly string? _parent;
    private readonly string? _name;
    private readonly int _index;

    public PolicyValue(PropertyValue? raw, string path = "")
    {
        Raw = raw;
        _parent = path;
    }

    private PolicyValue(PropertyValue? raw, string parent, string? name, int index)
    {
        Raw = raw;
        (_parent, _name, _index) = (parent, name, index + 1);
    }

    /// <summary>As it came, secret and unknown wrappers included; null when there is nothing.</summary>
    public PropertyValue? Raw { get; }

    /// <summary>For example <c>.rules[0].id</c>.</summary>
    public string Path => _name is not null
        ? $"{_parent}.{_name}"
        : _index > 0 ? string.Create(CultureInfo.InvariantCulture, $"{_parent}[{_index - 1}]") : _parent ?? "";

    public bool Exists => Bare is not (null or NullValue);

    public bool IsUnknown => Bare is UnknownValue or OutputValue { Value: null };

    public bool IsSecret => Raw is SecretValue or OutputValue { Secret: true };

    /// <summary>The members of an object, empty when there is none.</summary>
    /// <exception cref="UnknownValueException">The object is not known yet.</exception>
    public IEnumerable<string> Keys => AsMap()?.Keys ?? [];

    public int Count => Known() is ListValue list ? list.Items.Length : 0;

    public PolicyValue this[string key] => new(Known() is ObjectValue map ? map.Map.Find(key) : null, Path, key, -1);

    public PolicyValue this[int index] => new(
        Known() is ListValue list && index >= 0 && index < list.Items.Length ? list.Items[index] : null, Path, null, index);

    private PropertyValue? Bare
    {
        get
        {
            var value = Raw;
            while (true)
            {
                switch (value)
                {
                    case SecretValue secret:
                        value = secret.Value;
                        break;
                    case OutputValue { Value: { } known }:
                        value = known;
                        break;
                    default:
                        return value;
                }
            }
        }
    }

    public string? AsString() => Known() switch
    {
        null or NullValue => null,
        StringValue text => text.Value,
        var other => throw Wrong("string", other),
    };

    public bool? AsBool() => Known() switch
    {
        null or NullValue => null,
        BoolValue flag => flag.Value,
        var other => throw Wrong("boolean", other),
    };

    public double? AsNumber() => Known() switch
    {
        null or NullValue => null,
        NumberValue number => number.Value,
        var other => throw Wrong("number", other),
    };

    /// <exception cref="InvalidCastException">The number has a fraction or is beyond 32 bits.</exception>
    public int? AsInteger() => AsNumber() switch
    {
        null => null,
        var number and >= int.MinValue and <= int.MaxValue when double.IsInteger(number.Value) => (int)number.Value,
        var other => throw new InvalidCastException(string.Create(CultureInfo.InvariantCulture, $"the value at {Path} is not a whole number of 32 bits but {other}")),
    };

    public PropertyMap? AsMap() => Known() switch
    {
        null or NullValue => null,
        ObjectValue map => map.Map,
        var other => throw Wrong("object", other),
    };

    public IEnumerable<PolicyValue> Items()
    {
        var (path, items) = (Path, Known() is ListValue list ? list.Items : []);
        for (var i = 0; i < items.Length; i++)
        {
            yield return new PolicyValue(items[i], path, null, i);
        }
    }

    public override string ToString() => IsSecret ? "[secret]" : Raw?.ToString() ?? "";

    /// <summary>A property that only the provider fills in. Where it is not there, it is not there yet.</summary>
    /// <exception cref="UnknownValueException">The resource has not been created.</exception>
    public PolicyValue Computed(string key) => this[key] is { Raw: not null } there ? there : throw new UnknownValueException(UnknownKind.Any, $"{Path}.{key}");

    internal PropertyValue? Known() => Bare switch
    {
        UnknownValue unknown => throw new UnknownValueException(unknown.Kind, Path),
        OutputValue => throw new UnknownValueException(UnknownKind.Any, Path),
        var value => value,
    };

    private InvalidCastException Wrong(string wanted, PropertyValue found) =>
        new($"the value at {Path} is not a {wanted} but a {found.GetType().Name[..^"Value".Length].ToLowerInvariant()}");
}
