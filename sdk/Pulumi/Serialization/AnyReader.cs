using System.Collections.Immutable;
using Pulumi.Rpc.Values;

namespace Pulumi.Serialization;

/// <summary>Reads a value as what it is: lists as <c>ImmutableArray&lt;object?&gt;</c>, maps as <c>ImmutableDictionary&lt;string, object?&gt;</c>, numbers as double.</summary>
internal static class AnyReader
{
    public static object? Read(PropertyValue value, Reading reading) => reading.Unwrap(value) switch
    {
        null => null,
        BoolValue flag => flag.Value,
        NumberValue number => number.Value,
        StringValue text => text.Value,
        ListValue list => list.Items.Select(item => Read(item, reading)).ToImmutableArray(),
        ObjectValue { Map: var map } => map.Where(item => !item.Key.StartsWith("__", StringComparison.Ordinal))
            .ToImmutableDictionary(item => item.Key, item => Read(item.Value, reading)),
        AssetValue asset => ReadAsset(asset),
        ArchiveValue archive => ReadArchive(archive, reading),
        ResourceReferenceValue reference => ResourceReferences.Resolve(reference.Urn, reference.PackageVersion),
        var other => reading.Mismatch(typeof(object), other),
    };

    private static Asset? ReadAsset(AssetValue asset) => asset switch
    {
        { Text: { } text } => new StringAsset(text),
        { Path: { } path } => new FileAsset(path),
        { Uri: { } uri } => new RemoteAsset(uri),
        _ => null,
    };

    private static Archive? ReadArchive(ArchiveValue archive, Reading reading) => archive switch
    {
        { Assets: { } assets } => new AssetArchive(assets.ToDictionary(item => item.Key, item => (AssetOrArchive)Read(item.Value, reading)!)),
        { Path: { } path } => new FileArchive(path),
        { Uri: { } uri } => new RemoteArchive(uri),
        _ => null,
    };
}
