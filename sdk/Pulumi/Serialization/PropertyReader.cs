using System.Collections.Immutable;
using Pulumi.Rpc.Values;

namespace Pulumi.Serialization;

/// <summary>
/// Property values to values of the program. A secret anywhere makes the whole output secret, an unknown anywhere makes it unknown.
/// A value of the wrong type is a warning and the default of its type, never an error: providers are not that exact.
/// </summary>
internal static class PropertyReader
{
    public static OutputData<T> Read<T>(PropertyValue value, ImmutableHashSet<Resource> resources, Action<string> warn)
    {
        var reading = new Reading(warn);
        var result = TypeReaders.For(typeof(T))(value, reading);
        foreach (var urn in reading.Dependencies)
        {
            resources = resources.Add(new DependencyResource(urn));
        }

        return reading.IsKnown
            ? new OutputData<T>(resources, result is null ? default! : (T)result, IsKnown: true, reading.IsSecret)
            : new OutputData<T>(resources, default!, IsKnown: false, reading.IsSecret);
    }
}

/// <summary>What came to light while one value was read.</summary>
internal sealed class Reading(Action<string> warn)
{
    public bool IsKnown { get; private set; } = true;

    public bool IsSecret { get; private set; }

    public List<string> Dependencies { get; } = [];

    public Action<string> Warn { get; } = warn;

    /// <summary>The value inside secrets and outputs; null when there is none, or none yet.</summary>
    public PropertyValue? Unwrap(PropertyValue value)
    {
        while (true)
        {
            switch (value)
            {
                case NullValue:
                    return null;
                case UnknownValue:
                    IsKnown = false;
                    return null;
                case SecretValue secret:
                    IsSecret = true;
                    value = secret.Value;
                    break;
                case OutputValue output:
                    IsSecret |= output.Secret;
                    Dependencies.AddRange(output.Dependencies);
                    value = output.Value ?? PropertyValue.Unknown;
                    break;
                default:
                    return value;
            }
        }
    }

    /// <summary>Takes over what was found while a part was read on its own.</summary>
    public void Include(Reading part)
    {
        IsKnown &= part.IsKnown;
        IsSecret |= part.IsSecret;
        Dependencies.AddRange(part.Dependencies);
    }

    public object? Mismatch(Type expected, PropertyValue found)
    {
        Warn($"expected {expected} but got {found.GetType().Name}");
        return null;
    }
}
