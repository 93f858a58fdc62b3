using Pulumi.Aws.Generator.Schema;

namespace Pulumi.Aws.Generator.Emit;

/// <summary>Classes of [Input] members: XArgs, XState, nested XArgs and XGetArgs, and both kinds of function args.</summary>
internal static class ArgsEmitter
{
    /// <summary>Members are Inputs.</summary>
    public static void Emit(CodeWriter code, TypeNames types, string name, string baseClass, IReadOnlyList<Member> members, string suffix)
    {
        code.Block($"public sealed class {name} : global::Pulumi.{baseClass}", () =>
        {
            foreach (var member in members)
                Property(code, types, member, suffix);
            code.Block($"public {name}()", () =>
            {
                foreach (var member in members.Where(m => m.Default is not null))
                    code.Line($"{member.Name} = {DefaultValue(member.Default!)};");
            });
            code.Line($"public static new {name} Empty => new {name}();");
        });
        code.Line();
    }

    /// <summary>Members are plain values (the args of InvokeAsync and the types nested in them).</summary>
    public static void EmitPlain(CodeWriter code, TypeNames types, string name, IReadOnlyList<Member> members)
    {
        code.Block($"public sealed class {name} : global::Pulumi.InvokeArgs", () =>
        {
            foreach (var member in members)
            {
                if (member.Type.IsCollection)
                    LazyCollection(code, member, types.Plain(member.Type));
                else
                {
                    Attribute(code, member, required: !member.Optional);
                    code.Line($"public {types.Plain(member.Type)}{(member.Optional ? "?" : "")} {member.Name} {{ get; set; }}{(member.Optional ? "" : " = default!;")}");
                }
                code.Line();
            }
            code.Line($"public {name}() {{ }}");
            code.Line($"public static new {name} Empty => new {name}();");
        });
        code.Line();
    }

    private static void Property(CodeWriter code, TypeNames types, Member member, string suffix)
    {
        var type = types.Input(member.Type, suffix);
        var field = "_" + member.WireName;
        if (member.Type.IsCollection)
        {
            LazyCollection(code, member, type);
        }
        else if (member.Secret)
        {
            Attribute(code, member, required: !member.Optional);
            code.Line($"private {type}? {field};");
            Obsolete(code, member);
            code.Block($"public {type}? {member.Name}", () =>
            {
                code.Line($"get => {field};");
                code.Line($"set => {field} = value is null ? null : ({type})global::Pulumi.Output.CreateSecret((global::Pulumi.Output<{types.Element(member.Type, suffix)}>)value);");
            });
        }
        else
        {
            Attribute(code, member, required: !member.Optional);
            Obsolete(code, member);
            code.Line(member.Optional
                ? $"public {type}? {member.Name} {{ get; set; }}"
                : $"public {type} {member.Name} {{ get; set; }} = null!;");
        }
        code.Line();
    }

    private static void LazyCollection(CodeWriter code, Member member, string type)
    {
        var field = "_" + member.WireName;
        Attribute(code, member, required: !member.Optional);
        code.Line($"private {type}? {field};");
        Obsolete(code, member);
        code.Block($"public {type} {member.Name}", () =>
        {
            code.Line($"get => {field} ??= new {type}();");
            code.Line($"set => {field} = value;");
        });
    }

    private static void Attribute(CodeWriter code, Member member, bool required) =>
        code.Line($"[global::Pulumi.Input(\"{member.WireName}\"{(required ? ", required: true" : "")}{(member.Json ? ", json: true" : "")})]");

    internal static void Obsolete(CodeWriter code, Member member)
    {
        if (member.Deprecated)
            code.Line("[global::System.Obsolete(\"Deprecated by the provider.\")]");
    }

    private static string DefaultValue(string value)
    {
        if (!value.StartsWith("env:", StringComparison.Ordinal))
            return value;
        var names = value.Substring(4).Split(',').Select(name => "\"" + name + "\"");
        return $"global::Pulumi.Aws.Utilities.FirstSet({string.Join(", ", names)})!";
    }
}
