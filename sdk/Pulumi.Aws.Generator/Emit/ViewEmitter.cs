using Pulumi.Aws.Generator.Schema;

namespace Pulumi.Aws.Generator.Emit;

/// <summary>
/// What policies see: for each resource type and each nested type a struct whose properties are plain values, read from the wire's
/// values when they are asked for. No Output, no Input, nothing of the SDK that programs use.
/// </summary>
internal sealed class ViewEmitter(AwsSchema schema)
{
    private const string Typed = "global::Pulumi.Policy.Typed.";
    private const string Value = "global::Pulumi.Policy.Values.PolicyValue";

    public string Resource(ResourceModel resource)
    {
        var code = new CodeWriter(Namespace(resource.Token));
        var name = resource.ClassName;
        code.Block($"public readonly struct {name}({Value} properties) : {Typed}IResourceView<{name}>", () =>
        {
            code.Line($"public static string ResourceType => \"{resource.Token}\";");
            code.Line();
            code.Line($"public static {name} Of({Value} properties) => new {name}(properties);");
            code.Line();
            foreach (var member in resource.Inputs)
                Property(code, member, $"properties[\"{member.WireName}\"]");
            foreach (var member in resource.Outputs.Where(output => resource.Inputs.All(input => input.WireName != output.WireName)))
                Property(code, member, $"properties.Computed(\"{member.WireName}\")");
        });
        return code.ToString();
    }

    public void Nested(CodeWriter code, string name, IEnumerable<Member> members)
    {
        code.Block($"public readonly struct {name}({Value} properties)", () =>
        {
            code.Line("/// <summary>Reading on through a value that does not exist gives nothing.</summary>");
            code.Line("public bool Exists => properties.Exists;");
            code.Line();
            foreach (var member in members)
                Property(code, member, $"properties[\"{member.WireName}\"]");
        });
        code.Line();
    }

    public string Enum(string token, IReadOnlyList<KeyValuePair<string, string>> members)
    {
        var code = new CodeWriter(Namespace(token));
        var name = TypeNames.Local(token);
        code.Line("/// <summary>An open enumeration: any text, of which some are known.</summary>");
        code.Block($"public readonly record struct {name}(string Text)", () =>
        {
            foreach (var member in members)
                code.Line($"public static {name} {member.Key} => new {name}(\"{member.Value}\");");
            code.Line();
            code.Line($"public static implicit operator {name}(string text) => new {name}(text);");
            code.Line();
            code.Line("public override string ToString() => Text;");
        });
        return code.ToString();
    }

    public string Namespace(string name) => "Pulumi.Policy" + schema.Namespace(name).Substring("Pulumi".Length);

    private void Property(CodeWriter code, Member member, string value)
    {
        ArgsEmitter.Obsolete(code, member);
        code.Line($"public {TypeOf(member.Type)} {member.Name} => {Read(member.Type, value)};");
        code.Line();
    }

    private string TypeOf(SchemaType type) => type.Head switch
    {
        "string" or "bool" or "int" or "double" => type.Head + "?",
        "enum" => Qualified(type) + "?",
        "ref" => Qualified(type),
        "list" => $"{Typed}PolicyList<{TypeOf(type.Arguments[0])}>",
        "map" => $"{Typed}PolicyMap<{TypeOf(type.Arguments[0])}>",
        "union" when type.Arguments[1].Head == "enum" => TypeOf(type.Arguments[1]),
        "union" => $"{Typed}TextOr<{TypeOf(type.Arguments[1])}>",
        // Files, and what the schema leaves open.
        _ => Value,
    };

    private string Read(SchemaType type, string value) => type.Head switch
    {
        "string" => $"{value}.AsString()",
        "bool" => $"{value}.AsBool()",
        "int" => $"{value}.AsInteger()",
        "double" => $"{value}.AsNumber()",
        "enum" => $"{value}.AsString() is {{ }} text ? new {Qualified(type)}(text) : default({Qualified(type)}?)",
        "ref" => $"new {Qualified(type)}({value})",
        "union" when type.Arguments[1].Head == "enum" => Read(type.Arguments[1], value),
        "list" => $"new {TypeOf(type)}({value}, {Reader(type.Arguments[0])})",
        "map" => $"new {TypeOf(type)}({value}, {Reader(type.Arguments[0])})",
        "union" => $"new {TypeOf(type)}({value}, {Reader(type.Arguments[1])})",
        _ => value,
    };

    private string Reader(SchemaType type) => $"static item => {Read(type, "item")}";

    private string Qualified(SchemaType type) =>
        $"global::{Namespace(type.Name)}.{(type.Head == "ref" ? "Inputs." : "")}{TypeNames.Local(type.Name)}";
}
