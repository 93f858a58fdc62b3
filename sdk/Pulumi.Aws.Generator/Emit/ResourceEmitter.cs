using Pulumi.Aws.Generator.Schema;

namespace Pulumi.Aws.Generator.Emit;

/// <summary>A resource class with its Args and State.</summary>
internal static class ResourceEmitter
{
    private const string Options = "global::Pulumi.CustomResourceOptions";

    public static string Emit(AwsSchema schema, TypeNames types, ResourceModel resource)
    {
        var code = new CodeWriter(schema.Namespace(resource.Token));
        var name = resource.ClassName;
        code.Line($"[global::Pulumi.Aws.AwsResourceType(\"{resource.Token}\")]");
        code.Block($"public partial class {name} : global::Pulumi.{(resource.IsProvider ? "ProviderResource" : "CustomResource")}", () =>
        {
            foreach (var output in resource.Outputs)
            {
                code.Line($"[global::Pulumi.Output(\"{output.WireName}\")]");
                ArgsEmitter.Obsolete(code, output);
                code.Line($"public global::Pulumi.Output<{types.Output(output, "")}> {output.Name} {{ get; private set; }} = null!;");
                code.Line();
            }
            Constructors(code, resource, name);
            OptionsMethod(code, resource);
        });
        code.Line();
        ArgsEmitter.Emit(code, types, name + "Args", "ResourceArgs", resource.Inputs, "Args");
        if (!resource.IsProvider)
            ArgsEmitter.Emit(code, types, name + "State", "ResourceArgs", resource.State, "GetArgs");
        return code.ToString();
    }

    private static void Constructors(CodeWriter code, ResourceModel resource, string name)
    {
        var args = resource.Inputs.All(input => input.Optional) ? $"{name}Args? args = null" : $"{name}Args args";
        var token = resource.IsProvider ? resource.Token.Substring("pulumi:providers:".Length) : resource.Token;
        code.Line($"public {name}(string name, {args}, {Options}? options = null)");
        code.Line($"    : base(\"{token}\", name, args ?? new {name}Args(), MakeResourceOptions(options, \"\"))");
        code.Line("{ }");
        code.Line();
        if (resource.IsProvider)
            return;
        code.Line($"private {name}(string name, global::Pulumi.Input<string> id, {name}State? state = null, {Options}? options = null)");
        code.Line($"    : base(\"{token}\", name, state, MakeResourceOptions(options, id))");
        code.Line("{ }");
        code.Line();
        code.Line($"public static {name} Get(string name, global::Pulumi.Input<string> id, {name}State? state = null, {Options}? options = null) =>");
        code.Line($"    new {name}(name, id, state, options);");
        code.Line();
    }

    private static void OptionsMethod(CodeWriter code, ResourceModel resource) =>
        code.Block($"private static {Options} MakeResourceOptions({Options}? options, global::Pulumi.Input<string>? id)", () =>
        {
            code.Line($"var defaults = new {Options} {{ Version = global::Pulumi.Aws.Utilities.Version }};");
            foreach (var alias in resource.Aliases)
                code.Line($"defaults.Aliases.Add(new global::Pulumi.Alias {{ Type = \"{alias}\" }});");
            foreach (var output in resource.SecretOutputs)
                code.Line($"defaults.AdditionalSecretOutputs.Add(\"{output}\");");
            code.Line($"var merged = {Options}.Merge(defaults, options);");
            code.Line("merged.Id = id ?? merged.Id;");
            code.Line("return merged;");
        });
}
