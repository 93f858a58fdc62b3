using System.Text.Json;

namespace FinOps.Infra.Tests.Stack;

/// <summary>What the provider takes: the names and types of every input, from <c>sdk/Pulumi.Aws/schema.json</c>.</summary>
internal sealed class ProviderSchema
{
    private readonly JsonElement _root = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestFiles.Root, "sdk", "Pulumi.Aws", "schema.json"))).RootElement;

    /// <summary>Every input that the schema does not have, or has with another type: path and reason.</summary>
    public IEnumerable<string> Mistakes(string type, IReadOnlyDictionary<string, object> inputs) =>
        _root.GetProperty("resources").TryGetProperty(type, out var resource)
            ? Members($"{type}", resource.GetProperty("inputs"), inputs)
            : [$"{type} is not among the types in use"];

    private IEnumerable<string> Members(string path, JsonElement members, IEnumerable<KeyValuePair<string, object>> values) =>
        values.SelectMany(value => members.TryGetProperty(value.Key, out var type)
            ? Value($"{path}.{value.Key}", type.GetString()!.Split(' ')[0].TrimEnd('?'), value.Value)
            : [$"{path}.{value.Key} does not exist"]);

    private IEnumerable<string> Value(string path, string type, object value) => (type, value) switch
    {
        _ when type.StartsWith("list<", StringComparison.Ordinal) => value is IEnumerable<object> list
            ? list.SelectMany((item, index) => Value($"{path}[{index}]", Inner(type), item))
            : [$"{path} must be a list"],
        _ when type.StartsWith("map<", StringComparison.Ordinal) => value is IReadOnlyDictionary<string, object> map
            ? map.SelectMany(item => Value($"{path}.{item.Key}", Inner(type), item.Value))
            : [$"{path} must be a map"],
        _ when type.StartsWith("ref:", StringComparison.Ordinal) => value is IReadOnlyDictionary<string, object> nested
            ? Members(path, _root.GetProperty("inputTypes").GetProperty(type[4..]), nested)
            : [$"{path} must be an object"],
        ("string", string) or ("bool", bool) or ("double", double) => [],
        ("int", double number) => double.IsInteger(number) ? [] : [$"{path} must be whole"],
        ("string" or "bool" or "double" or "int", _) => [$"{path} must be a {type}, not {value.GetType().Name}"],
        // Unions, enumerations and archives: the class that the program fills has checked them.
        _ => [],
    };

    private static string Inner(string type) => type[(type.IndexOf('<', StringComparison.Ordinal) + 1)..^1].TrimEnd('?');
}
