using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The <see cref="OutputAttribute"/> properties of resource classes, read by reflection once a class.</summary>
internal static class OutputMembers
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<Member>> _byType = new();

    /// <summary>Gives every output property of <paramref name="resource"/> a fresh output, to be completed by wire name.</summary>
    public static ImmutableArray<(string Name, OutputCompletion Completion)> Attach(Resource resource)
    {
        var members = _byType.GetOrAdd(resource.GetType(), Find);
        var result = ImmutableArray.CreateBuilder<(string, OutputCompletion)>(members.Length);
        foreach (var member in members)
        {
            result.Add((member.Name, member.Attach(resource)));
        }

        return result.MoveToImmutable();
    }

    /// <summary>The outputs that a component's constructor assigned, by wire name.</summary>
    public static IDictionary<string, object?> ReadComponent(Resource component) =>
        _byType.GetOrAdd(component.GetType(), Find).ToDictionary(member => member.Name, member => member.Property.GetValue(component), StringComparer.Ordinal);

    private static ImmutableArray<Member> Find(Type type)
    {
        var members = ImmutableArray.CreateBuilder<Member>();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is not { } attribute || property.DeclaringType!.Assembly == typeof(Resource).Assembly && property.Name is nameof(Resource.Urn) or nameof(CustomResource.Id))
            {
                continue;
            }

            if (!property.PropertyType.IsGenericType || property.PropertyType.GetGenericTypeDefinition() != typeof(Output<>))
            {
                throw new InvalidOperationException($"{type}.{property.Name} is marked [Output] but is a {property.PropertyType}, not an Output<T>");
            }

            // A private setter can only be reached through the class that declares it.
            var declared = property.DeclaringType!.GetProperty(property.Name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)!;
            members.Add((Member)Activator.CreateInstance(
                typeof(Member<>).MakeGenericType(property.PropertyType.GenericTypeArguments), attribute.Name ?? property.Name, declared)!);
        }

        return members.ToImmutable();
    }

    private abstract class Member(string name, PropertyInfo property)
    {
        public string Name { get; } = name;

        public PropertyInfo Property { get; } = property;

        public abstract OutputCompletion Attach(Resource resource);
    }

    private sealed class Member<T>(string name, PropertyInfo property) : Member(name, property)
    {
        private readonly MethodInvoker? _setter = property.GetSetMethod(nonPublic: true) is { } setter ? MethodInvoker.Create(setter) : null;

        public override OutputCompletion Attach(Resource resource)
        {
            var completion = new OutputCompletion<T>();
            // Components fill their own outputs in, so only what a provider fills in needs a setter.
            (_setter ?? throw new InvalidOperationException($"{Property.DeclaringType}.{Property.Name} is marked [Output] but cannot be set; add a private setter"))
                .Invoke(resource, completion.Output);
            return completion;
        }
    }
}
