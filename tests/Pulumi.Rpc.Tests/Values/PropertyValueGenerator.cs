using Pulumi.Rpc.Values;

namespace Pulumi.Rpc.Tests.Values;

/// <summary>Random property values; the same seed gives the same values.</summary>
internal sealed class PropertyValueGenerator(int seed, bool withOutputs = true)
{
    private static readonly string[] _texts = ["", "a", "ü–価格💸", "__internal", "4dabf18193072939515e22adb298388", "line\nbreak\0", "4dabf18193072939515e22adb298388d"];

    private readonly Random _random = new(seed);

    public PropertyMap Map(int depth = 4)
    {
        var items = Enumerable.Range(0, _random.Next(5)).Select(i => KeyValuePair.Create($"{Key()}{i}", Value(depth - 1)));
        return PropertyMap.Create(items);
    }

    public PropertyValue Value(int depth) => _random.Next(depth > 0 ? (withOutputs ? 12 : 11) : 7) switch
    {
        0 => PropertyValue.Null,
        1 => PropertyValue.Of(_random.Next(2) == 0),
        2 => PropertyValue.Of(Number()),
        3 => PropertyValue.Of(Text()),
        4 => new UnknownValue(Enum.GetValues<UnknownKind>()[_random.Next(7)]),
        5 => _random.Next(3) switch
        {
            0 => new AssetValue(Text(), null, null, Hash()),
            1 => new AssetValue(null, Text(), null, Hash()),
            _ => new AssetValue(null, null, Text(), Hash()),
        },
        6 => new ResourceReferenceValue($"urn:pulumi:s::p::t::{Text()}", _random.Next(3) switch { 0 => null, 1 => PropertyValue.Unknown, _ => PropertyValue.Of($"id{Text()}") }, _random.Next(2) == 0 ? "" : "1.2.3"),
        7 => PropertyValue.Of(Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth - 1)).ToList()),
        8 => PropertyValue.Of(Map(depth)),
        9 => new SecretValue(Value(depth - 1)),
        10 => new ArchiveValue(PropertyMap.Create([KeyValuePair.Create<string, PropertyValue>("f", new AssetValue(Text(), null, null, Hash()))]), null, null, Hash()),
        _ => new OutputValue(_random.Next(3) == 0 ? null : Value(depth - 1), _random.Next(2) == 0, [.. Enumerable.Range(0, _random.Next(3)).Select(i => $"urn{i}")]),
    };

    private double Number() => _random.Next(4) switch { 0 => 0, 1 => _random.Next(int.MinValue, int.MaxValue), 2 => 9007199254740992, _ => _random.NextDouble() };

    private string Text() => _texts[_random.Next(_texts.Length)];

    private string Key() => _texts[_random.Next(_texts.Length - 1)];

    private string? Hash() => _random.Next(2) == 0 ? null : "e3b0c442";
}
