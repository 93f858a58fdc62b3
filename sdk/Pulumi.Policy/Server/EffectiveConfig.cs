using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pulumi.Rpc.Values;

namespace Pulumi.Policy.Server;

/// <summary>Level and values that hold for one policy between two Configure calls.</summary>
internal sealed class EffectiveConfig(string policy, EnforcementLevel level, PropertyMap properties)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private readonly ConcurrentDictionary<Type, object> _typed = new();

    public EnforcementLevel Level { get; } = level;

    public PropertyMap Properties { get; } = properties;

    public T As<T>()
        where T : class => (T)As(typeof(T));

    /// <exception cref="PolicyPackException">FIN6002: the values do not fit the record.</exception>
    public object As(Type record) => _typed.GetOrAdd(record, Read);

    private object Read(Type record)
    {
        object value;
        try
        {
            value = JsonSerializer.Deserialize(PropertyJson.Masked.Write(Properties.Plain()), record, Options)!;
        }
        catch (JsonException wrong)
        {
            throw new PolicyPackException("FIN6002", $"configuration of policy '{policy}': {wrong.Message}", wrong);
        }

        var mistakes = new List<ValidationResult>();
        if (!Validator.TryValidateObject(value, new ValidationContext(value), mistakes, validateAllProperties: true))
        {
            throw new PolicyPackException("FIN6002", $"configuration of policy '{policy}': {string.Join("; ", mistakes.Select(mistake => mistake.ErrorMessage))}");
        }

        return value;
    }
}
