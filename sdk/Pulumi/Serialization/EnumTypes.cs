using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Structs marked <see cref="EnumTypeAttribute"/>: a string or double with a list of known values.</summary>
internal static class EnumTypes
{
    private static readonly ConcurrentDictionary<Type, MethodInfo?> _unwrap = new();
    private static readonly ConcurrentDictionary<Type, ConstructorInfo?> _wrap = new();

    public static bool TryUnwrap(object value, out object? inner)
    {
        var method = _unwrap.GetOrAdd(value.GetType(), FindConversion);
        inner = method?.Invoke(null, [value]);
        return method is not null;
    }

    /// <summary>The private constructor that takes the underlying string or double; null when the type is no such struct.</summary>
    public static ConstructorInfo? Constructor(Type type) => _wrap.GetOrAdd(type, FindConstructor);

    private static MethodInfo? FindConversion(Type type) => type.IsDefined(typeof(EnumTypeAttribute))
        ? type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .FirstOrDefault(method => method.Name is "op_Explicit" or "op_Implicit" && (method.ReturnType == typeof(string) || method.ReturnType == typeof(double)))
        : null;

    private static ConstructorInfo? FindConstructor(Type type) => type.IsDefined(typeof(EnumTypeAttribute))
        ? type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .FirstOrDefault(ctor => ctor.GetParameters() is [{ ParameterType: var parameter }] && (parameter == typeof(string) || parameter == typeof(double)))
        : null;
}
