using Pulumi.Aws.Generator.Schema;

namespace Pulumi.Aws.Generator.Emit;

/// <summary>A function: InvokeAsync with plain args, Invoke with Inputs, and the result class.</summary>
internal static class FunctionEmitter
{
    public static string Emit(AwsSchema schema, TypeNames types, FunctionModel function)
    {
        var code = new CodeWriter(schema.Namespace(function.Token));
        var name = function.ClassName;
        var optional = function.Args.All(arg => arg.Optional);
        const string instance = "global::Pulumi.Deployment.Instance";
        string Parameter(string type) => optional ? $"{type}? args = null" : $"{type} args";

        code.Block($"public static class {name}", () =>
        {
            code.Line($"public static global::System.Threading.Tasks.Task<{name}Result> InvokeAsync({Parameter(name + "Args")}, global::Pulumi.InvokeOptions? options = null) =>");
            code.Line($"    {instance}.InvokeAsync<{name}Result>(\"{function.Token}\", args ?? new {name}Args(), global::Pulumi.Aws.Utilities.WithDefaults(options));");
            code.Line();
            code.Line($"public static global::Pulumi.Output<{name}Result> Invoke({Parameter(name + "InvokeArgs")}, global::Pulumi.InvokeOptions? options = null) =>");
            code.Line($"    {instance}.Invoke<{name}Result>(\"{function.Token}\", args ?? new {name}InvokeArgs(), global::Pulumi.Aws.Utilities.WithDefaults(options));");
            code.Line();
            code.Line($"public static global::Pulumi.Output<{name}Result> Invoke({name}InvokeArgs args, global::Pulumi.InvokeOutputOptions options) =>");
            code.Line($"    {instance}.Invoke<{name}Result>(\"{function.Token}\", args ?? new {name}InvokeArgs(), global::Pulumi.Aws.Utilities.WithDefaults(options));");
        });
        code.Line();
        ArgsEmitter.EmitPlain(code, types, name + "Args", function.Args);
        ArgsEmitter.Emit(code, types, name + "InvokeArgs", "InvokeArgs", function.Args, "InputArgs");
        OutputTypeEmitter.Emit(code, types, name + "Result", function.Result, "Result");
        return code.ToString();
    }
}
