using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Wire;

/// <summary>The members of one JSON structure, read with the checks that AWS makes. A member of JSON null counts as absent.</summary>
/// <param name="body">The structure.</param>
/// <param name="invalid">Makes the service's own validation error from what is wrong.</param>
/// <param name="path">Where the structure stands in the input, for messages; empty at the top.</param>
internal sealed class JsonInput(JsonObject body, Func<string, AwsError> invalid, string path = "")
{
    public JsonObject Body => body;

    public bool Has(string name) => body[name] is not null;

    public AwsError Invalid(string message) => invalid(message);

    public string? Optional(string name, int maximum = int.MaxValue) => body[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text.Length <= maximum
            ? text
            : throw Fault(name, $"Member must have length less than or equal to {maximum}"),
        _ => throw Fault(name, "Member must be a string"),
    };

    public string Required(string name, int maximum = int.MaxValue) =>
        Optional(name, maximum) is { Length: > 0 } text ? text : throw Fault(name, "Member must not be null");

    /// <summary>A string that must be one of those given; null when absent.</summary>
    public string? OptionalOneOf(string name, params ReadOnlySpan<string> allowed)
    {
        if (Optional(name) is not { } text)
            return null;
        return allowed.Contains(text) ? text : throw Fault(name, $"Member must satisfy enum value set: [{string.Join(", ", allowed!)}]");
    }

    public string OneOf(string name, params ReadOnlySpan<string> allowed) =>
        OptionalOneOf(name, allowed) ?? throw Fault(name, "Member must not be null");

    public long? OptionalLong(string name, long minimum = long.MinValue, long maximum = long.MaxValue)
    {
        if (body[name] is not { } node)
            return null;
        if (node is not JsonValue value || !value.TryGetValue<long>(out var number))
            throw Fault(name, "Member must be a whole number");
        return number >= minimum && number <= maximum
            ? number
            : throw Fault(name, $"Member must have value between {minimum} and {maximum}");
    }

    public int Integer(string name, int fallback, int minimum, int maximum) => (int)(OptionalLong(name, minimum, maximum) ?? fallback);

    public decimal? OptionalDecimal(string name) => body[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<decimal>(out var number) => number,
        // What came as CBOR holds its numbers as they were sent, and converts none.
        JsonValue value when value.TryGetValue<long>(out var whole) => whole,
        JsonValue value when value.TryGetValue<double>(out var number) && Math.Abs(number) < (double)decimal.MaxValue => (decimal)number,
        _ => throw Fault(name, "Member must be a number"),
    };

    public bool Flag(string name, bool fallback = false) => body[name] switch
    {
        null => fallback,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        _ => throw Fault(name, "Member must be a boolean"),
    };

    public JsonInput? OptionalObject(string name) => body[name] switch
    {
        null => null,
        JsonObject value => new JsonInput(value, invalid, Path(name)),
        _ => throw Fault(name, "Member must be a structure"),
    };

    public JsonInput Object(string name) => OptionalObject(name) ?? throw Fault(name, "Member must not be null");

    /// <summary>A list of structures; empty when absent.</summary>
    public IReadOnlyList<JsonInput> Objects(string name) => [.. Items(name).Select((node, index) => node is JsonObject value
        ? new JsonInput(value, invalid, $"{Path(name)}.{index + 1}.member")
        : throw Fault(name, "Each member must be a structure"))];

    /// <summary>A list of strings; empty when absent.</summary>
    public IReadOnlyList<string> Strings(string name) => [.. Items(name).Select(node => node is JsonValue value && value.TryGetValue<string>(out var text)
        ? text
        : throw Fault(name, "Each member must be a string"))];

    /// <summary>A map of strings; empty when absent.</summary>
    public IReadOnlyDictionary<string, string> Map(string name) => OptionalObject(name)?.Body.ToDictionary(
        pair => pair.Key,
        pair => pair.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw Fault($"{name}.{pair.Key}", "Member must be a string"),
        StringComparer.Ordinal) ?? [];

    /// <summary>An error of the service about one member, in the words of AWS's request validation.</summary>
    public AwsError Fault(string name, string constraint) =>
        invalid($"1 validation error detected: Value at '{Path(name)}' failed to satisfy constraint: {constraint}");

    private JsonArray Items(string name) => body[name] switch
    {
        null => [],
        JsonArray array => array,
        _ => throw Fault(name, "Member must be a list"),
    };

    private string Path(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
