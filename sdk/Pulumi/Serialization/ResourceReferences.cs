using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Resources that arrive by reference: an object of the class with the reference's type, filled from the state.</summary>
internal static class ResourceReferences
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, Type>> _byAssembly = new();

    public static Resource Resolve(string urn, string version)
    {
        var type = Urn.TypeOf(urn);
        var found = AppDomain.CurrentDomain.GetAssemblies()
            .Select(assembly => _byAssembly.GetOrAdd(assembly, Find).GetValueOrDefault(type))
            .FirstOrDefault(candidate => candidate is not null);
        var constructor = found?.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .FirstOrDefault(candidate => candidate.GetParameters() is [{ ParameterType: var first }, { ParameterType: { IsValueType: false } }, { ParameterType: var last }]
                && first == typeof(string)
                && typeof(ResourceOptions).IsAssignableFrom(last));
        if (constructor is null)
        {
            return new DependencyResource(urn);
        }

        var options = constructor.GetParameters()[2].ParameterType == typeof(ComponentResourceOptions)
            ? (ResourceOptions)new ComponentResourceOptions { Urn = urn }
            : new CustomResourceOptions { Urn = urn };
        options.Version = version.Length == 0 ? null : version;
        return (Resource)constructor.Invoke([Urn.NameOf(urn), null, options]);
    }

    private static Dictionary<string, Type> Find(Assembly assembly)
    {
        var result = new Dictionary<string, Type>(StringComparer.Ordinal);
        // Only assemblies that know this SDK can have resource classes.
        var sdk = typeof(Resource).Assembly.GetName().Name;
        if (assembly.IsDynamic || assembly != typeof(Resource).Assembly && assembly.GetReferencedAssemblies().All(reference => reference.Name != sdk))
        {
            return result;
        }

        foreach (var type in assembly.GetTypes())
        {
            if (type.IsSubclassOf(typeof(Resource)) && type.GetCustomAttribute<ResourceTypeAttribute>() is { } attribute)
            {
                result[attribute.Type] = type;
            }
        }

        return result;
    }
}
