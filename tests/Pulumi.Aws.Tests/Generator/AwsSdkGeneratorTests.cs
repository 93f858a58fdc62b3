using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Pulumi.Aws.Generator;

namespace Pulumi.Aws.Tests.Generator;

public sealed class AwsSdkGeneratorTests
{
    private const string Small = """
        {"package":"aws","version":"1.2.3","modules":{"demo":"Demo"},
         "resources":{"aws:demo/box:Box":{"inputs":{"label":"string? as BoxLabel","size":"double"},"outputs":{"label":"string? as BoxLabel","size":"double"},"state":{"size":"double?"}}},
         "functions":{},"inputTypes":{},"outputTypes":{},"enums":{}}
        """;

    [Fact]
    public void Run_SmallSchema_WritesTheClassWithWireAndCSharpNames()
    {
        var result = Run(("schema.json", Small));

        var box = result.GeneratedTrees.Single(tree => tree.FilePath.EndsWith("Pulumi.Aws.Demo.Box.g.cs", StringComparison.Ordinal)).ToString();
        Assert.Empty(result.Diagnostics);
        Assert.Contains("public partial class Box : global::Pulumi.CustomResource", box, StringComparison.Ordinal);
        Assert.Contains("[global::Pulumi.Input(\"label\")]\n    public global::Pulumi.Input<string>? BoxLabel { get; set; }", box, StringComparison.Ordinal);
        Assert.Contains("[global::Pulumi.Input(\"size\", required: true)]\n    public global::Pulumi.Input<double> Size { get; set; } = null!;", box, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"version":1}""", "line 1: an object, an array or a string was expected")]
    [InlineData("""{"surprise":"x"}""", "section 'surprise' is not known")]
    [InlineData("""{"resources":{"aws:demo/box:Box":{"inputs":{"a":"string odd"}}}}""", "'odd'")]
    [InlineData("""{"resources":{"aws:demo/box:Box":{"inputs":{},"outputs":{},"state":{}}}}""", "module 'demo'")]
    public void Run_MalformedSchema_IsOneDiagnosticThatSaysWhere(string schema, string expected)
    {
        var diagnostic = Assert.Single(Run(("schema.json", schema)).Diagnostics);

        Assert.Equal("PAWS001", diagnostic.Id);
        Assert.Contains(expected, diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains("eng/SchemaTool", diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_UnknownTagShape_IsADiagnostic() =>
        Assert.Contains("'aws:a/b:B square'", Assert.Single(Run(("taggable-types.txt", "aws:a/b:B square")).Diagnostics).GetMessage(null), StringComparison.Ordinal);

    [Fact]
    public void Run_AnotherSourceFileChanges_DoesNotEmitAgain()
    {
        var compilation = CSharpCompilation.Create("Demo");
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new AwsSdkGenerator().AsSourceGenerator()],
            [new Text("schema.json", Small)],
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGenerators(compilation);

        driver = driver.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Other;")));

        var reasons = driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);
        Assert.All(reasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static GeneratorDriverRunResult Run(params (string Path, string Text)[] files)
    {
        ImmutableArray<AdditionalText> texts = [.. files.Select(file => new Text(file.Path, file.Text))];
        return CSharpGeneratorDriver.Create([new AwsSdkGenerator().AsSourceGenerator()], texts)
            .RunGenerators(CSharpCompilation.Create("Demo")).GetRunResult();
    }

    private sealed class Text(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }
}
