using System.CommandLine;
using System.Text.RegularExpressions;
using Spectre.Console;
using YamlDotNet.RepresentationModel;

namespace FinOps.Cli.Tests.Policy;

/// <summary>The workflow and the examples for CI systems use commands and options that exist.</summary>
public sealed partial class CiExamplesTests
{
    private static readonly string _workflow = Path.Combine(".github", "workflows", "preview.yml");

    public static TheoryData<string> Files =>
        [_workflow, .. Directory.EnumerateFiles(Path.Combine(Clone.Root, "docs", "ci"), "*.md").Select(file => Path.GetRelativePath(Clone.Root, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Commands_InCiFiles_AreUnderstood(string file)
    {
        var commands = FinOpsCall().Matches(File.ReadAllText(Path.Combine(Clone.Root, file))).Select(match => match.Groups["args"].Value.Trim()).ToList();
        Assert.NotEmpty(commands);

        foreach (var command in commands)
        {
            Assert.Empty(Root().Parse(command).Errors.Select(error => $"{command}: {error.Message}"));
        }
    }

    [Fact]
    public void UnknownFormat_IsNotUnderstood() => Assert.NotEmpty(Root().Parse("policy check --format yaml").Errors);

    [Fact]
    public void Completion_AfterFormat_OffersTheFormats() =>
        Assert.Superset(new HashSet<string> { "sarif", "junit", "gitlab" }, Root().Parse("policy check --format ").GetCompletions().Select(item => item.Label).ToHashSet());

    [Fact]
    public void Workflow_IsReadOnlyByDefaultAndKeepsSecretsFromForks()
    {
        using var reader = File.OpenText(Path.Combine(Clone.Root, _workflow));
        var yaml = new YamlStream();
        yaml.Load(reader);
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;

        Assert.Equal("pull_request", Assert.Single(((YamlMappingNode)root["on"]).Children.Keys).ToString());
        var permission = Assert.Single(((YamlMappingNode)root["permissions"]).Children);
        Assert.Equal(("contents", "read"), (permission.Key.ToString(), permission.Value.ToString()));
        foreach (var (name, node) in ((YamlMappingNode)root["jobs"]).Children)
        {
            var job = (YamlMappingNode)node;
            var steps = ((YamlSequenceNode)job["steps"]).Children.Cast<YamlMappingNode>().ToList();
            Assert.All(steps.Where(step => step.Children.ContainsKey("uses")), step => Assert.Matches(@"^[\w-]+/[\w/-]+@(v\d+|[0-9a-f]{40})$", step["uses"].ToString()));
            // Text of a pull request in a script would be run by it.
            Assert.All(steps.Where(step => step.Children.ContainsKey("run")), step => Assert.DoesNotContain("${{", step["run"].ToString(), StringComparison.Ordinal));
            if (steps.Any(step => step.ToString().Contains("secrets.", StringComparison.Ordinal)))
            {
                Assert.True(job.Children.ContainsKey("if"), $"{name} has secrets and no condition");
                Assert.Contains("head.repo.full_name == github.repository", job["if"].ToString(), StringComparison.Ordinal);
            }
        }
    }

    private static RootCommand Root()
    {
        var nowhere = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) });
        return FinOpsCommand.Create(new CliContext(nowhere, nowhere, TimeProvider.System));
    }

    [GeneratedRegex(@"\./finops (?<args>[^'`|\n>]*)")]
    private static partial Regex FinOpsCall();
}
