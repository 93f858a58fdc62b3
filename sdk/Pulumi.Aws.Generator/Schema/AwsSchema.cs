namespace Pulumi.Aws.Generator.Schema;

/// <summary>schema.json, read. Tables keep the order of the file.</summary>
internal sealed class AwsSchema
{
    private readonly Dictionary<string, string> _modules = new(StringComparer.Ordinal);

    public string Version { get; private set; } = "";

    public List<ResourceModel> Resources { get; } = [];

    public List<FunctionModel> Functions { get; } = [];

    public Dictionary<string, List<Member>> InputTypes { get; private set; } = [];

    public Dictionary<string, List<Member>> OutputTypes { get; private set; } = [];

    public List<KeyValuePair<string, List<KeyValuePair<string, string>>>> Enums { get; private set; } = [];

    /// <exception cref="FormatException">The text is not a schema.</exception>
    public static AwsSchema Parse(string text)
    {
        var schema = new AwsSchema();
        foreach (var section in Object(JsonReader.Read(text)))
        {
            switch (section.Key)
            {
                case "package": break;
                case "version": schema.Version = (string)section.Value; break;
                case "modules":
                    foreach (var module in Strings(section.Value))
                        schema._modules.Add(module.Key, module.Value);
                    break;
                case "resources": schema.Resources.AddRange(Object(section.Value).Select(r => Resource(r.Key, Object(r.Value)))); break;
                case "functions": schema.Functions.AddRange(Object(section.Value).Select(f => Function(f.Key, Object(f.Value)))); break;
                case "inputTypes": schema.InputTypes = Types(section.Value); break;
                case "outputTypes": schema.OutputTypes = Types(section.Value); break;
                case "enums":
                    schema.Enums = [.. Object(section.Value).Select(e => new KeyValuePair<string, List<KeyValuePair<string, string>>>(e.Key, [.. Strings(e.Value)]))];
                    break;
                default: throw new FormatException($"section '{section.Key}' is not known");
            }
        }
        return schema;
    }

    /// <summary><c>Pulumi.Aws</c> or <c>Pulumi.Aws.Module</c> for a token, a nested type or an enum.</summary>
    public string Namespace(string name)
    {
        var isToken = name.StartsWith("aws:", StringComparison.Ordinal);
        var module = isToken ? name.Substring(4, name.IndexOf('/') - 4)
            : name.IndexOf('.') is var dot and > 0 ? name.Substring(0, dot)
            : "index";
        return module == "index" || name.StartsWith("pulumi:", StringComparison.Ordinal) ? "Pulumi.Aws"
            : _modules.TryGetValue(module, out var csharp) ? "Pulumi.Aws." + csharp
            : throw new FormatException($"module '{module}' of '{name}' has no C# namespace; add it to csharp-facts.txt");
    }

    private static ResourceModel Resource(string token, List<KeyValuePair<string, object>> parts)
    {
        var model = new ResourceModel(token);
        foreach (var part in parts)
        {
            switch (part.Key)
            {
                case "aliases": model.Aliases.AddRange(((List<object>)part.Value).Cast<string>()); break;
                case "secretOutputs": model.SecretOutputs.AddRange(((List<object>)part.Value).Cast<string>()); break;
                case "inputs": model.Inputs.AddRange(Members(part.Value)); break;
                case "outputs": model.Outputs.AddRange(Members(part.Value)); break;
                case "state": model.State.AddRange(Members(part.Value)); break;
                default: throw new FormatException($"'{part.Key}' of '{token}' is not known");
            }
        }
        return model;
    }

    private static FunctionModel Function(string token, List<KeyValuePair<string, object>> parts) => new(
        token,
        [.. Members(parts.Single(p => p.Key == "args").Value)],
        [.. Members(parts.Single(p => p.Key == "result").Value)]);

    private static Dictionary<string, List<Member>> Types(object table) =>
        Object(table).ToDictionary(type => type.Key, type => Members(type.Value).ToList(), StringComparer.Ordinal);

    private static IEnumerable<Member> Members(object members) => Strings(members).Select(m => Member.Parse(m.Key, m.Value));

    private static IEnumerable<KeyValuePair<string, string>> Strings(object members) =>
        Object(members).Select(m => new KeyValuePair<string, string>(m.Key, (string)m.Value));

    private static List<KeyValuePair<string, object>> Object(object value) =>
        value as List<KeyValuePair<string, object>> ?? throw new FormatException("an object was expected");
}
