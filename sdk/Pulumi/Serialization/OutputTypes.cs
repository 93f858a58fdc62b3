using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Classes marked <see cref="OutputTypeAttribute"/>, which are objects on the wire.</summary>
internal static class OutputTypes
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<(string Name, Func<object, object?> Get)>> _members = new();
    private static readonly ConcurrentDictionary<Type, Shape?> _shapes = new();

    /// <summary>Members by wire name (lower camel case); false when the object is of another kind.</summary>
    public static bool TryReadMembers(object value, [NotNullWhen(true)] out IEnumerable<KeyValuePair<string, object?>>? members)
    {
        var type = value.GetType();
        members = type.IsDefined(typeof(OutputTypeAttribute))
            ? _members.GetOrAdd(type, FindMembers).Select(member => KeyValuePair.Create(member.Name, member.Get(value)))
            : null;
        return members is not null;
    }

    /// <summary>How the class is constructed; null when it is no output type.</summary>
    public static Shape? Of(Type type) => _shapes.GetOrAdd(type, FindShape);

    private static ImmutableArray<(string, Func<object, object?>)> FindMembers(Type type) =>
    [
        .. type.GetFields(BindingFlags.Public | BindingFlags.Instance).Select(field => (Camel(field.Name), (Func<object, object?>)field.GetValue)),
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => (Camel(property.Name), (Func<object, object?>)property.GetValue)),
    ];

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static Shape? FindShape(Type type)
    {
        if (!type.IsDefined(typeof(OutputTypeAttribute)))
        {
            return null;
        }

        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                .FirstOrDefault(ctor => ctor.IsDefined(typeof(OutputConstructorAttribute)))
            ?? throw new InvalidOperationException($"{type} is marked [OutputType] but none of its constructors is marked [OutputConstructor]");
        return new Shape(
            ConstructorInvoker.Create(constructor),
            [.. constructor.GetParameters().Select(parameter => (parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!, parameter.ParameterType))]);
    }

    /// <param name="Constructor">Takes one argument for each of <paramref name="Parameters"/>.</param>
    /// <param name="Parameters">Wire name and type, in order.</param>
    internal sealed record Shape(ConstructorInvoker Constructor, ImmutableArray<(string Name, Type Type)> Parameters);
}
