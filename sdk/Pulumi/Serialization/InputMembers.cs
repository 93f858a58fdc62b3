using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The <see cref="InputAttribute"/> members of argument classes, read by reflection once a class.</summary>
internal static class InputMembers
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly ConcurrentDictionary<Type, ImmutableArray<Member>> _byType = new();

    public static IEnumerable<KeyValuePair<string, object?>> Read(InputArgs args)
    {
        foreach (var member in _byType.GetOrAdd(args.GetType(), Find))
        {
            var value = member.Get(args);
            if (value is null && member.Input.IsRequired)
            {
                throw new ArgumentNullException(member.Input.Name, $"[{member.Input.Name}] is required on {args.GetType()} but has no value");
            }

            yield return KeyValuePair.Create(member.Input.Name, member.Input.Json && value is not null ? new JsonInput(value) : value);
        }
    }

    private static ImmutableArray<Member> Find(Type type)
    {
        var members = ImmutableArray.CreateBuilder<Member>();
        for (var level = type; level is not null && level != typeof(InputArgs); level = level.BaseType)
        {
            foreach (var property in level.GetProperties(Declared))
            {
                if (property.GetCustomAttribute<InputAttribute>() is { } input)
                {
                    var getter = MethodInvoker.Create(property.GetGetMethod(nonPublic: true)!);
                    members.Add(new Member(input, args => getter.Invoke(args)));
                }
            }

            foreach (var field in level.GetFields(Declared))
            {
                if (field.GetCustomAttribute<InputAttribute>() is { } input)
                {
                    members.Add(new Member(input, field.GetValue));
                }
            }
        }

        return members.ToImmutable();
    }

    private sealed record Member(InputAttribute Input, Func<object, object?> Get);
}

/// <summary>A value that travels as its JSON text; provider configuration is all strings.</summary>
internal sealed record JsonInput(object Value);
