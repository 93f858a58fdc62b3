using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.CostExplorer.Input;

/// <summary>
/// Reads the members of a request and notes every broken constraint; <see cref="Check"/> then refuses all of them
/// in one ValidationException, as AWS does. A member of the wrong JSON type is refused at once.
/// </summary>
internal sealed class RequestInput
{
    private readonly string _path;
    private readonly List<string> _violations;

    public RequestInput(JsonObject json)
        : this(json, "", [])
    {
    }

    private RequestInput(JsonObject json, string path, List<string> violations)
    {
        Json = json;
        _path = path;
        _violations = violations;
    }

    public JsonObject Json { get; }

    public string? Text(string name, bool required = false, int min = 0, int max = int.MaxValue, Regex? pattern = null)
    {
        var value = Value<string>(name, "string");
        if (value is null && required)
            Missing(name);
        if (value is null)
            return null;
        if (value.Length < min)
            Violate(name, value, $"Member must have length greater than or equal to {min}");
        if (value.Length > max)
            Violate(name, value, $"Member must have length less than or equal to {max}");
        if (pattern is not null && !pattern.IsMatch(value))
            Violate(name, value, $"Member must satisfy regular expression pattern: {pattern}");
        return value;
    }

    /// <summary>The text of a required member; empty when it is missing, which <see cref="Check"/> then tells.</summary>
    public string RequiredText(string name, int min = 0, int max = int.MaxValue, Regex? pattern = null) =>
        Text(name, required: true, min, max, pattern) ?? "";

    public string? Choice(string name, IReadOnlyCollection<string> allowed, bool required = false)
    {
        var value = Text(name, required);
        if (value is not null && !allowed.Contains(value))
            Violate(name, value, $"Member must satisfy enum value set: [{string.Join(", ", allowed)}]");
        return value;
    }

    public int? Integer(string name, int min = int.MinValue, int max = int.MaxValue)
    {
        var value = Value<decimal?>(name, "integer");
        if (value is { } given && given != decimal.Truncate(given))
            throw Serialization(name, "integer");
        if (value < min)
            Violate(name, Invariant(value), $"Member must have value greater than or equal to {min}");
        if (value > max)
            Violate(name, Invariant(value), $"Member must have value less than or equal to {max}");
        return value is { } number && number >= int.MinValue && number <= int.MaxValue ? (int)number : null;
    }

    public decimal? Number(string name, bool required = false)
    {
        var value = Value<decimal?>(name, "number");
        if (value is null && required)
            Missing(name);
        return value;
    }

    public RequestInput? Object(string name, bool required = false)
    {
        if (Json[name] is null && required)
            Missing(name);
        return Json[name] switch
        {
            null => null,
            JsonObject child => new RequestInput(child, Path(name), _violations),
            _ => throw Serialization(name, "structure"),
        };
    }

    /// <summary>The list's structures; none when it is missing.</summary>
    public IReadOnlyList<RequestInput> Objects(string name, bool required = false, int min = 0, int max = int.MaxValue) =>
        [.. List(name, required, min, max).Select((item, index) => item is JsonObject child
            ? new RequestInput(child, $"{Path(name)}.{index + 1}.member", _violations)
            : throw Serialization(name, "list of structures"))];

    /// <summary>The list's texts; none when it is missing.</summary>
    public IReadOnlyList<string> Texts(string name, bool required = false, int min = 0, int max = int.MaxValue) =>
        [.. List(name, required, min, max).Select(item => item is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : throw Serialization(name, "list of strings"))];

    /// <exception cref="AwsError">ValidationException with every broken constraint.</exception>
    public void Check()
    {
        if (_violations.Count > 0)
            throw CostExplorerErrors.Validation(
                $"{_violations.Count} validation error{(_violations.Count == 1 ? "" : "s")} detected: {string.Join("; ", _violations)}");
    }

    private JsonArray List(string name, bool required, int min, int max)
    {
        if (Json[name] is null)
        {
            if (required)
                Missing(name);
            return [];
        }
        var list = Json[name] as JsonArray ?? throw Serialization(name, "list");
        if (list.Count < min)
            Violate(name, list.ToJsonString(), $"Member must have length greater than or equal to {min}");
        if (list.Count > max)
            Violate(name, list.ToJsonString(), $"Member must have length less than or equal to {max}");
        return list;
    }

    private T? Value<T>(string name, string kind) => Json[name] switch
    {
        null => default,
        JsonValue value when value.TryGetValue<T>(out var result) => result,
        _ => throw Serialization(name, kind),
    };

    private void Missing(string name) =>
        _violations.Add($"Value null at '{Path(name)}' failed to satisfy constraint: Member must not be null");

    private void Violate(string name, string value, string constraint) =>
        _violations.Add($"Value '{value}' at '{Path(name)}' failed to satisfy constraint: {constraint}");

    // AWS writes members with a small first letter in these messages.
    private string Path(string name)
    {
        var own = JsonNamingPolicy.CamelCase.ConvertName(name);
        return _path.Length == 0 ? own : $"{_path}.{own}";
    }

    private AwsError Serialization(string name, string kind) => new("SerializationException", $"{Path(name)} is no {kind}.");

    private static string Invariant(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
