using System.Collections.Immutable;
using Pulumi.Rpc.Values;

namespace Pulumi.Serialization;

/// <summary>Readers of generic types, one closed type each.</summary>
internal interface ICollectionReader
{
    object? Read(PropertyValue value, Reading reading);
}

internal sealed class ArrayReader<T> : ICollectionReader
{
    public object? Read(PropertyValue value, Reading reading)
    {
        if (value is not ListValue { Items: var items })
        {
            return reading.Mismatch(typeof(ImmutableArray<T>), value);
        }

        var reader = TypeReaders.For(typeof(T));
        var result = ImmutableArray.CreateBuilder<T>(items.Length);
        foreach (var item in items)
        {
            result.Add(reader(item, reading) is T read ? read : default!);
        }

        return result.MoveToImmutable();
    }
}

internal sealed class MapReader<T> : ICollectionReader
{
    public object? Read(PropertyValue value, Reading reading)
    {
        if (value is not ObjectValue { Map: var map })
        {
            return reading.Mismatch(typeof(ImmutableDictionary<string, T>), value);
        }

        var reader = TypeReaders.For(typeof(T));
        var result = ImmutableDictionary.CreateBuilder<string, T>();
        // Keys with two underscores belong to the engine and the provider.
        foreach (var (key, member) in map)
        {
            if (!key.StartsWith("__", StringComparison.Ordinal))
            {
                result[key] = reader(member, reading) is T read ? read : default!;
            }
        }

        return result.ToImmutable();
    }
}

internal sealed class UnionReader<T0, T1> : ICollectionReader
{
    /// <summary>The first type that takes the value without complaint.</summary>
    public object? Read(PropertyValue value, Reading reading)
    {
        if (Try(typeof(T0), value, reading) is T0 first)
        {
            return Union<T0, T1>.FromT0(first);
        }

        return Try(typeof(T1), value, reading) is T1 second ? Union<T0, T1>.FromT1(second) : reading.Mismatch(typeof(Union<T0, T1>), value);
    }

    private static object? Try(Type type, PropertyValue value, Reading outer)
    {
        var fits = true;
        var probe = new Reading(_ => fits = false);
        var read = TypeReaders.For(type)(value, probe);
        if (!fits)
        {
            return null;
        }

        outer.Include(probe);
        return read;
    }
}

internal sealed class NestedReader<T> : ICollectionReader
{
    /// <summary>An output inside a value keeps its own bits.</summary>
    public object? Read(PropertyValue value, Reading reading) => new Output<T>(PropertyReader.Read<T>(value, [], reading.Warn));
}
