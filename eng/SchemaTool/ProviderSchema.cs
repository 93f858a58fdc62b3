using System.Text.Json;

namespace SchemaTool;

/// <summary>Name to type expression, in the order of the source file; the grammar is that of <see cref="TypeExpression"/>.</summary>
internal sealed class Members : Dictionary<string, string>;

internal sealed record ResourceSchema(Members Inputs, Members Outputs, IReadOnlyList<string> SecretOutputs, IReadOnlyList<string> Aliases, bool Deprecated);

internal sealed record FunctionSchema(Members Args, Members Result);

/// <summary>The provider's whole surface, as the reference data has it. The provider resource itself is among the resources.</summary>
internal sealed record ProviderSchema(
    string Package,
    string Version,
    SortedDictionary<string, ResourceSchema> Resources,
    SortedDictionary<string, FunctionSchema> Functions,
    SortedDictionary<string, Members> InputTypes,
    SortedDictionary<string, Members> OutputTypes)
{
    public static ProviderSchema Load(string path)
    {
        using var stream = File.OpenRead(path);
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        return new ProviderSchema(
            root.GetProperty("package").GetString()!,
            root.GetProperty("version").GetString()!,
            Table(root.GetProperty("resources"), ReadResource),
            Table(root.GetProperty("functions"), f => new FunctionSchema(ReadMembers(f.GetProperty("args")), ReadMembers(f.GetProperty("result")))),
            Table(root.GetProperty("inputTypes"), ReadMembers),
            Table(root.GetProperty("outputTypes"), ReadMembers));
    }

    private static ResourceSchema ReadResource(JsonElement resource) => new(
        ReadMembers(resource.GetProperty("inputs")),
        ReadMembers(resource.GetProperty("outputs")),
        ReadNames(resource, "secretOutputs"),
        ReadNames(resource, "aliases"),
        resource.TryGetProperty("deprecated", out _));

    private static SortedDictionary<string, T> Table<T>(JsonElement table, Func<JsonElement, T> read)
    {
        var rows = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var row in table.EnumerateObject())
            rows.Add(row.Name, read(row.Value));
        return rows;
    }

    private static Members ReadMembers(JsonElement members)
    {
        var rows = new Members();
        foreach (var member in members.EnumerateObject())
            rows.Add(member.Name, member.Value.GetString()!);
        return rows;
    }

    private static string[] ReadNames(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var names)
            ? [.. names.EnumerateArray().Select(n => n.GetString()!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
            : [];
}
