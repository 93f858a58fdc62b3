using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Pulumi.Rpc.Values;

namespace Pulumi.Serialization;

/// <summary>Values of the program to property values; collects the resources they came from on the way.</summary>
/// <param name="keepResources">Whether the engine takes resource references; else a resource is its id or URN.</param>
internal sealed class PropertyWriter(bool keepResources)
{
    /// <summary>The resources that the values written so far came from.</summary>
    public HashSet<Resource> Dependencies { get; } = [];

    /// <param name="path">Where the value stands, for messages.</param>
    /// <param name="value">Anything an input can hold.</param>
    /// <exception cref="PropertySerializationException">A value of a type that the wire cannot carry.</exception>
    public async ValueTask<PropertyValue> WriteAsync(string path, object? value)
    {
        switch (value)
        {
            case null: return PropertyValue.Null;
            case string text: return PropertyValue.Of(text);
            case bool flag: return PropertyValue.Of(flag);
            case int number: return PropertyValue.Of((double)number);
            case double number: return PropertyValue.Of(number);
            case IInput input: return await WriteOutputAsync(path, input.ToWireOutput());
            case IOutput output: return await WriteOutputAsync(path, output);
            case JsonInput json: return await WriteJsonTextAsync(path, json.Value);
            case InputArgs args: return await WriteMapAsync(path, args.ReadMembers());
            case IUnion union: return await WriteAsync(path, union.Value);
            case AssetOrArchive asset: return asset.ToWire();
            case Resource resource: return await WriteResourceAsync(resource);
            case JsonElement json: return WriteJson(json);
            case JsonDocument json: return WriteJson(json.RootElement);
            case PropertyValue ready: return ready;
            case Enum number: return PropertyValue.Of(Convert.ToDouble(number, CultureInfo.InvariantCulture));
            case Task: throw new PropertySerializationException($"{path} is a Task; wrap it with Output.Create");
            case IDictionary map: return await WriteMapAsync(path, Entries(path, map));
            case IList list: return await WriteListAsync(path, list);
            default: return await WriteOtherAsync(path, value);
        }
    }

    /// <summary>Members without a value are left out, at any depth but not inside lists.</summary>
    public async ValueTask<PropertyValue> WriteMapAsync(string path, IEnumerable<KeyValuePair<string, object?>> members)
    {
        var items = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var (key, member) in members)
        {
            if (await WriteAsync($"{path}.{key}", member) is var value and not NullValue)
            {
                items.Add(KeyValuePair.Create(key, value));
            }
        }

        return PropertyValue.Of(PropertyMap.Create(items));
    }

    private static IEnumerable<KeyValuePair<string, object?>> Entries(string path, IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            yield return entry.Key is string key
                ? KeyValuePair.Create(key, entry.Value)
                : throw new PropertySerializationException($"{path} has a key of type {entry.Key.GetType()}; only strings can be keys");
        }
    }

    private static PropertyValue WriteJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => PropertyValue.Of(true),
        JsonValueKind.False => PropertyValue.Of(false),
        JsonValueKind.Number => PropertyValue.Of(json.GetDouble()),
        JsonValueKind.String => PropertyValue.Of(json.GetString()!),
        JsonValueKind.Array => PropertyValue.Of(json.EnumerateArray().Select(WriteJson)),
        JsonValueKind.Object => PropertyValue.Of(PropertyMap.Create(json.EnumerateObject()
            .Where(member => member.Value.ValueKind != JsonValueKind.Null)
            .Select(member => KeyValuePair.Create(member.Name, WriteJson(member.Value))))),
        _ => PropertyValue.Null,
    };

    private async ValueTask<PropertyValue> WriteOutputAsync(string path, IOutput output)
    {
        var data = await output.GetDataAsync();
        Dependencies.UnionWith(data.Resources);
        var value = data.IsKnown ? await WriteAsync(path, data.Value) : PropertyValue.Unknown;
        // A null is left out of the map it stands in; wrapping it would send "secret nothing" instead.
        return data.IsSecret && value is not (NullValue or SecretValue) ? new SecretValue(value) : value;
    }

    private async ValueTask<PropertyValue> WriteListAsync(string path, IList list)
    {
        // A default ImmutableArray has no elements to ask for.
        if (list.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) && list.Equals(Activator.CreateInstance(type)))
        {
            return PropertyValue.Null;
        }

        var items = ImmutableArray.CreateBuilder<PropertyValue>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            items.Add(await WriteAsync($"{path}[{i}]", list[i]));
        }

        return new ListValue(items.MoveToImmutable());
    }

    private async ValueTask<PropertyValue> WriteResourceAsync(Resource resource)
    {
        Dependencies.Add(resource);
        var urn = await resource.Urn.DataTask;
        if (resource is not CustomResource custom)
        {
            return keepResources ? new ResourceReferenceValue(urn.Value, null, "") : PropertyValue.Of(urn.Value);
        }

        var id = await custom.Id.DataTask;
        var idValue = id.IsKnown ? PropertyValue.Of(id.Value) : PropertyValue.Unknown;
        return keepResources ? new ResourceReferenceValue(urn.Value, idValue, "") : idValue;
    }

    private async ValueTask<PropertyValue> WriteJsonTextAsync(string path, object value)
    {
        var written = await WriteAsync(path, value);
        if (written is NullValue || written.ContainsUnknown())
        {
            return written is NullValue ? written : PropertyValue.Unknown;
        }

        var plain = written.Plain();
        var text = PropertyValue.Of(plain is StringValue ready ? ready.Value : PropertyJson.Masked.Write(plain)?.ToJsonString() ?? "null");
        return written.ContainsSecret() ? new SecretValue(text) : text;
    }

    private async ValueTask<PropertyValue> WriteOtherAsync(string path, object value)
    {
        if (EnumTypes.TryUnwrap(value, out var inner))
        {
            return await WriteAsync(path, inner);
        }

        return OutputTypes.TryReadMembers(value, out var members)
            ? await WriteMapAsync(path, members)
            : throw new PropertySerializationException(
                $"{path} is of type {value.GetType()}, which a property cannot be; allowed: bool, int, double, string, enums, assets, resources, JSON, argument classes, and lists and string-keyed maps of these");
    }
}
