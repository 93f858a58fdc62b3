using System.Collections.Immutable;
using Pulumi.Rpc.Values;

namespace Pulumi.Policy.Configuration;

/// <summary>What a policy takes as configuration. The engine fills in defaults and checks against it before the pack sees a value.</summary>
/// <param name="Properties">Name to JSON schema; each must be an object. <c>enforcementLevel</c> is the engine's.</param>
/// <param name="Required">Names without which a configuration is refused.</param>
public sealed record PolicyConfigSchema(PropertyMap Properties, ImmutableArray<string> Required)
{
    /// <summary>The record that the configuration is read into, when the schema was made from one; then the pack checks it as well.</summary>
    public Type? Record { get; init; }

    /// <summary>
    /// The schema of a record: names in camel case, types from the properties, defaults from a new instance, limits from
    /// <c>System.ComponentModel.DataAnnotations</c> (Range, MinLength, AllowedValues, RegularExpression), text from <c>Description</c>.
    /// </summary>
    /// <exception cref="PolicyPackException">FIN6001: a property has a type that JSON configuration cannot carry.</exception>
    public static PolicyConfigSchema From<T>()
        where T : class, new() => SchemaFromRecord.Of(typeof(T), new T());
}
