using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SchemaTool;

/// <summary>
/// <c>sdk/Pulumi.Aws/schema.json</c>: the types in use, as C# has them. A member is written
/// <c>"name": "TYPE[?] [as CSharpName] [secret] [json] [deprecated] [default=VALUE]"</c>; in TYPE, <c>int</c> and <c>double</c>
/// stand for number and <c>enum:module.Name</c> for an enumeration.
/// </summary>
internal sealed class SdkSchema(ProviderSchema schema, CSharpFacts facts)
{
    private const string ProviderToken = "pulumi:providers:aws";

    private readonly SortedDictionary<string, Action<Utf8JsonWriter>> _resources = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Action<Utf8JsonWriter>> _functions = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _inputTypes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _outputTypes = new(StringComparer.Ordinal);

    public string Render(IEnumerable<string> typesInUse)
    {
        AddResource(ProviderToken, schema.Resources["aws"] with { SecretOutputs = ["accessKey", "secretKey", "token"] });
        foreach (var token in typesInUse)
            Add(token);

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("package", schema.Package);
            json.WriteString("version", schema.Version);
            WriteMap(json, "modules", facts.Modules.OrderBy(m => m.Key, StringComparer.Ordinal), (m, name) => json.WriteString(m, name));
            WriteMap(json, "resources", _resources, WriteObject);
            WriteMap(json, "functions", _functions, WriteObject);
            WriteMap(json, "inputTypes", _inputTypes, (name, members) => WriteMembers(json, name, members));
            WriteMap(json, "outputTypes", _outputTypes, (name, members) => WriteMembers(json, name, members));
            WriteMap(json, "enums", facts.Enums, (name, members) => WriteMap(json, name, members.Select(m => KeyValuePair.Create(m.Name, m.Value)), (n, v) => json.WriteString(n, v)));
            json.WriteEndObject();

            void WriteObject(string name, Action<Utf8JsonWriter> write)
            {
                json.WriteStartObject(name);
                write(json);
                json.WriteEndObject();
            }
        }
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private void Add(string token)
    {
        if (schema.Resources.TryGetValue(token, out var resource))
            AddResource(token, resource);
        else if (schema.Functions.TryGetValue(token, out var function))
            AddFunction(token, function);
        else
            throw new FormatException($"types-in-use.txt names {token}, which {schema.Package} {schema.Version} does not have.");
    }

    private void AddResource(string token, ResourceSchema resource)
    {
        var isProvider = token == ProviderToken;
        var inputs = Resolve(token, resource.Inputs, _inputTypes, Position.Input);
        var outputs = Resolve(token, resource.Outputs, _outputTypes, Position.Output);
        var state = new Members();
        foreach (var (name, type) in resource.Outputs)
            state.Add(name, resource.Inputs.GetValueOrDefault(name, type).TrimEnd('?') + "?");
        var states = isProvider ? [] : Resolve(token, state, _inputTypes, Position.State);
        foreach (var members in new[] { inputs, states })
            foreach (var (name, type) in members.ToArray())
                members[name] = type + Suffix(name);

        _resources.Add(token, json =>
        {
            if (resource.Aliases.Count > 0)
                WriteNames(json, "aliases", resource.Aliases);
            if (resource.SecretOutputs.Count > 0)
                WriteNames(json, "secretOutputs", resource.SecretOutputs);
            WriteMembers(json, "inputs", inputs);
            WriteMembers(json, "outputs", outputs);
            if (!isProvider)
                WriteMembers(json, "state", states);
        });

        string Suffix(string name) =>
            (resource.SecretOutputs.Contains(name) ? " secret" : "")
            + (isProvider && !inputs[name].StartsWith("string", StringComparison.Ordinal) ? " json" : "")
            + (facts.Default(token, name) is { } value ? $" default={value}" : "");
    }

    private void AddFunction(string token, FunctionSchema function)
    {
        var args = Resolve(token, function.Args, _inputTypes, Position.Input);
        var result = Resolve(token, function.Result, _outputTypes, Position.Result);
        _functions.Add(token, json =>
        {
            WriteMembers(json, "args", args);
            WriteMembers(json, "result", result);
        });
    }

    private enum Position { Input, State, Output, Result }

    private SortedDictionary<string, string> Resolve(string owner, Members members, SortedDictionary<string, SortedDictionary<string, string>> nested, Position position)
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in members)
        {
            var type = Resolve(owner, name, TypeExpression.Parse(text), position);
            foreach (var reference in type.References())
                AddNested(reference, nested, position);
            var optional = type.Optional || (position == Position.Output && facts.IsOptionalOutput(owner, name));
            rows.Add(name, (type with { Optional = optional }).ToString()
                + (facts.Name(owner, name) is { } csharp ? $" as {csharp}" : "")
                + (facts.IsDeprecated(owner, name) ? " deprecated" : ""));
        }
        return rows;
    }

    private void AddNested(string name, SortedDictionary<string, SortedDictionary<string, string>> nested, Position position)
    {
        if (nested.ContainsKey(name))
            return;
        var source = ReferenceEquals(nested, _inputTypes) ? schema.InputTypes : schema.OutputTypes;
        if (!source.TryGetValue(name, out var members))
            throw new FormatException($"Nested type {name} is not in the reference data.");
        nested.Add(name, []);
        nested[name] = Resolve(name, members, nested, position);
    }

    private TypeExpression Resolve(string owner, string property, TypeExpression type, Position position)
    {
        var leaf = type.Head switch
        {
            "number" => type with { Head = facts.IsDouble(owner, property) ? "double" : "int" },
            "boolean" => type with { Head = "bool" },
            "string" when facts.EnumAt(owner, property) is var (name, open) =>
                !open ? new TypeExpression("enum", name, [], type.Optional)
                : position is Position.Input or Position.State ? new TypeExpression("union", null, [Leaf("string"), new TypeExpression("enum", name, [], false)], type.Optional)
                : type,
            "union" => Union(type),
            _ => type,
        };
        return leaf.Arguments.Count == 0 || !ReferenceEquals(leaf, type)
            ? leaf
            : leaf with { Arguments = [.. leaf.Arguments.Select(argument => Resolve(owner, property, argument, position))] };
    }

    /// <summary>C# has unions of two; a resource where its name is wanted is only the Node SDK's convenience.</summary>
    private static TypeExpression Union(TypeExpression type) => type.Arguments switch
    {
        [{ Head: "string" }, { Head: "type" }] => Leaf("string", type.Optional),
        [{ Head: "asset" }, { Head: "archive" }] => Leaf("assetOrArchive", type.Optional),
        [_, _] => type,
        _ => Leaf("any", type.Optional),
    };

    private static TypeExpression Leaf(string head, bool optional = false) => new(head, null, [], optional);

    private static void WriteMembers(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, string>> members) =>
        WriteMap(json, name, members, (member, type) => json.WriteString(member, type));

    private static void WriteMap<T>(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, T>> rows, Action<string, T> write)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in rows)
            write(key, value);
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<string> names)
    {
        json.WriteStartArray(name);
        foreach (var item in names)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }
}
