using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Pulumi.Aws.Generator.Emit;
using Pulumi.Aws.Generator.Schema;

namespace Pulumi.Aws.Generator;

/// <summary>
/// Turns schema.json and taggable-types.txt (additional files of the project) into the classes of Pulumi.Aws; in Pulumi.Policy.Aws, into
/// the views of the same types that policies read.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class AwsSdkGenerator : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor _malformed = new(
        "PAWS001",
        "The schema cannot be turned into classes",
        "{0}: {1}. Derive it again with eng/SchemaTool.",
        "Pulumi.Aws",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        Register(context, "schema.json", EmitSchema, EmitViews);
        Register(context, "taggable-types.txt", (output, text) => Add(output, "TaggableTypes", TaggableTypesEmitter.Emit(text)));
    }

    private static void Register(IncrementalGeneratorInitializationContext context, string file, Action<SourceProductionContext, string> emit, Action<SourceProductionContext, string>? emitForPolicies = null)
    {
        var forPolicies = context.CompilationProvider.Select((compilation, _) => compilation.AssemblyName == "Pulumi.Policy.Aws");
        var texts = context.AdditionalTextsProvider
            .Where(text => Path.GetFileName(text.Path) == file)
            .Select((text, cancellation) => text.GetText(cancellation)?.ToString() ?? "");
        context.RegisterSourceOutput(texts.Combine(forPolicies), (output, source) =>
        {
            try
            {
                (source.Right ? emitForPolicies : emit)?.Invoke(output, source.Left);
            }
            catch (FormatException problem)
            {
                output.ReportDiagnostic(Diagnostic.Create(_malformed, Location.None, file, problem.Message));
            }
        });
    }

    private static void EmitSchema(SourceProductionContext output, string text)
    {
        var schema = AwsSchema.Parse(text);
        var types = new TypeNames(schema);
        var version = new CodeWriter("Pulumi.Aws");
        version.Block("internal static partial class Utilities", () => version.Line($"public const string Version = \"{schema.Version}\";"));
        Add(output, "Version", version.ToString());

        foreach (var resource in schema.Resources)
            Add(output, $"{schema.Namespace(resource.Token)}.{resource.ClassName}", ResourceEmitter.Emit(schema, types, resource));
        foreach (var function in schema.Functions)
            Add(output, $"{schema.Namespace(function.Token)}.{function.ClassName}", FunctionEmitter.Emit(schema, types, function));
        foreach (var type in schema.Enums)
            Add(output, $"{schema.Namespace(type.Key)}.{TypeNames.Local(type.Key)}", EnumEmitter.Emit(schema.Namespace(type.Key), TypeNames.Local(type.Key), type.Value));
        EmitNested(output, schema, types);
    }

    private static void EmitViews(SourceProductionContext output, string text)
    {
        var schema = AwsSchema.Parse(text);
        var views = new ViewEmitter(schema);
        // The inputs of a provider are those of PolicyProvider.
        var resources = schema.Resources.Where(resource => !resource.IsProvider).ToList();
        foreach (var resource in resources)
            Add(output, $"{views.Namespace(resource.Token)}.{resource.ClassName}", views.Resource(resource));
        foreach (var type in schema.Enums)
            Add(output, $"{views.Namespace(type.Key)}.{TypeNames.Local(type.Key)}", views.Enum(type.Key, type.Value));

        var types = schema.InputTypes.Concat(schema.OutputTypes.Where(type => !schema.InputTypes.ContainsKey(type.Key))).ToDictionary(type => type.Key, type => type.Value);
        var used = Closure(types, resources.SelectMany(resource => resource.Inputs.Concat(resource.Outputs)));
        foreach (var module in types.Where(type => used.Contains(type.Key)).GroupBy(type => views.Namespace(type.Key)))
        {
            var code = new CodeWriter(module.Key + ".Inputs");
            foreach (var type in module)
                views.Nested(code, TypeNames.Local(type.Key), type.Value);
            Add(output, module.Key + ".Inputs", code.ToString());
        }
    }

    private static void EmitNested(SourceProductionContext output, AwsSchema schema, TypeNames types)
    {
        var byArgs = Closure(schema.InputTypes, schema.Resources.SelectMany(r => r.Inputs));
        var byFunction = Closure(schema.InputTypes, schema.Functions.SelectMany(f => f.Args));
        var byState = Closure(schema.InputTypes, schema.Resources.SelectMany(r => r.State));
        var byResult = Closure(schema.OutputTypes, schema.Functions.SelectMany(f => f.Result));
        var byOutput = Closure(schema.OutputTypes, schema.Resources.SelectMany(r => r.Outputs));

        foreach (var module in schema.InputTypes.GroupBy(type => schema.Namespace(type.Key)))
        {
            var code = new CodeWriter(module.Key + ".Inputs");
            foreach (var type in module)
            {
                if (byArgs.Contains(type.Key))
                    ArgsEmitter.Emit(code, types, TypeNames.Local(type.Key) + "Args", "ResourceArgs", type.Value, "Args");
                if (byState.Contains(type.Key))
                    ArgsEmitter.Emit(code, types, TypeNames.Local(type.Key) + "GetArgs", "ResourceArgs", type.Value, "GetArgs");
                if (byFunction.Contains(type.Key))
                {
                    ArgsEmitter.EmitPlain(code, types, TypeNames.Local(type.Key) + "Args", type.Value);
                    ArgsEmitter.Emit(code, types, TypeNames.Local(type.Key) + "InputArgs", "ResourceArgs", type.Value, "InputArgs");
                }
            }
            Add(output, module.Key + ".Inputs", code.ToString());
        }
        foreach (var module in schema.OutputTypes.GroupBy(type => schema.Namespace(type.Key)))
        {
            var code = new CodeWriter(module.Key + ".Outputs");
            foreach (var type in module)
            {
                if (byOutput.Contains(type.Key))
                    OutputTypeEmitter.Emit(code, types, TypeNames.Local(type.Key), type.Value, "");
                if (byResult.Contains(type.Key))
                    OutputTypeEmitter.Emit(code, types, TypeNames.Local(type.Key) + "Result", type.Value, "Result");
            }
            Add(output, module.Key + ".Outputs", code.ToString());
        }
    }

    /// <summary>Names of the nested types that members mention, directly or through others.</summary>
    private static HashSet<string> Closure(Dictionary<string, List<Member>> table, IEnumerable<Member> members)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(members.SelectMany(member => member.Type.References()));
        while (open.Count > 0)
        {
            var name = open.Pop();
            if (!found.Add(name))
                continue;
            if (!table.TryGetValue(name, out var nested))
                throw new FormatException($"nested type '{name}' is missing");
            foreach (var reference in nested.SelectMany(member => member.Type.References()))
                open.Push(reference);
        }
        return found;
    }

    private static void Add(SourceProductionContext output, string name, string code) =>
        output.AddSource(name + ".g.cs", SourceText.From(code, Encoding.UTF8));
}
