using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Rpc.Values;

namespace Pulumi.Serialization;

/// <summary>Reads a property value as one type; null stands for the type's default.</summary>
internal delegate object? TypeReader(PropertyValue value, Reading reading);

/// <summary>One reader a type, built once.</summary>
internal static class TypeReaders
{
    private static readonly ConcurrentDictionary<Type, TypeReader> _readers = new();

    public static TypeReader For(Type type) => _readers.GetOrAdd(type, Make);

    private static TypeReader Make(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Output<>))
        {
            return NestedOutput(type);
        }

        var plain = MakePlain(type);
        return (value, reading) => reading.Unwrap(value) is { } found ? plain(found, reading) : null;
    }

    private static TypeReader MakePlain(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return For(underlying);
        }

        return type switch
        {
            _ when type == typeof(string) => (value, reading) => value is StringValue text ? text.Value : reading.Mismatch(type, value),
            _ when type == typeof(bool) => (value, reading) => value is BoolValue flag ? flag.Value : reading.Mismatch(type, value),
            _ when type == typeof(double) => (value, reading) => value is NumberValue number ? number.Value : reading.Mismatch(type, value),
            _ when type == typeof(int) => (value, reading) => value is NumberValue number ? (int)number.Value : reading.Mismatch(type, value),
            _ when type == typeof(object) => AnyReader.Read,
            _ when type == typeof(JsonElement) => (value, _) => JsonSerializer.SerializeToElement(PropertyJson.Masked.Write(value.Plain())),
            _ when type.IsEnum => (value, reading) => value is NumberValue number ? Enum.ToObject(type, (int)number.Value) : reading.Mismatch(type, value),
            _ when typeof(AssetOrArchive).IsAssignableFrom(type) => (value, reading) => Checked(type, AnyReader.Read(value, reading), value, reading),
            _ when typeof(Resource).IsAssignableFrom(type) => (value, reading) => Checked(type, AnyReader.Read(value, reading), value, reading),
            { IsGenericType: true } => Generic(type),
            _ when EnumTypes.Constructor(type) is { } constructor => (value, reading) =>
                For(constructor.GetParameters()[0].ParameterType)(value, reading) is { } inner ? constructor.Invoke([inner]) : null,
            _ when OutputTypes.Of(type) is { } shape => Object(type, shape),
            _ => throw new InvalidOperationException($"{type} cannot be the type of an output"),
        };
    }

    private static TypeReader Generic(Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GenericTypeArguments;
        if (definition == typeof(ImmutableArray<>))
        {
            return ((ICollectionReader)Activator.CreateInstance(typeof(ArrayReader<>).MakeGenericType(arguments))!).Read;
        }

        if (definition == typeof(ImmutableDictionary<,>) && arguments[0] == typeof(string))
        {
            return ((ICollectionReader)Activator.CreateInstance(typeof(MapReader<>).MakeGenericType(arguments[1]))!).Read;
        }

        if (definition == typeof(Union<,>))
        {
            return ((ICollectionReader)Activator.CreateInstance(typeof(UnionReader<,>).MakeGenericType(arguments))!).Read;
        }

        return OutputTypes.Of(type) is { } shape ? Object(type, shape) : throw new InvalidOperationException($"{type} cannot be the type of an output");
    }

    private static TypeReader NestedOutput(Type type) => ((ICollectionReader)Activator.CreateInstance(typeof(NestedReader<>).MakeGenericType(type.GenericTypeArguments))!).Read;

    private static TypeReader Object(Type type, OutputTypes.Shape shape) => (value, reading) =>
    {
        if (value is not ObjectValue { Map: var map })
        {
            return reading.Mismatch(type, value);
        }

        var arguments = new object?[shape.Parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var (name, parameter) = shape.Parameters[i];
            var read = map.Find(name) is { } member ? For(parameter)(member, reading) : null;
            arguments[i] = read ?? Default(parameter);
        }

        return shape.Constructor.Invoke(arguments.AsSpan());
    };

    private static object? Default(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    private static object? Checked(Type type, object? read, PropertyValue value, Reading reading) =>
        read is null || type.IsInstanceOfType(read) ? read : reading.Mismatch(type, value);
}
