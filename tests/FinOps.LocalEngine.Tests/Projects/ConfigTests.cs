using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Tests.Support;

namespace FinOps.LocalEngine.Tests.Projects;

public sealed class ConfigTests : IDisposable
{
    private readonly TestStack _stack = new();

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task Layers_ProjectDefaultsThenStackFileThenRequest()
    {
        _stack.Write("Pulumi.yaml", "name: demo\nruntime: dotnet\nconfig:\n  a: { default: one }\n  b: { default: two, type: string }\n  c: { default: 3, type: integer }\n  aws:region: { value: eu-west-1 }\n");
        _stack.Write("Pulumi.test.yaml", "config:\n  demo:b: zwei\n  flag: true\n  text: \"007\"\n  list: [1, x, true]\n");
        _stack.Request = request => request with { Config = request.Config.Add("c", "4") };
        IReadOnlyDictionary<string, string>? config = null;
        await _stack.PreviewAsync(program =>
        {
            config = program.Start.Config.Values;
            return Task.CompletedTask;
        });

        Assert.Equal(
            ["aws:region=eu-west-1", "demo:a=one", "demo:b=zwei", "demo:c=4", "demo:flag=true", "demo:list=[1,\"x\",true]", "demo:text=007"],
            config!.Select(item => $"{item.Key}={item.Value}"));
    }

    [Fact]
    public async Task Project_SeveralMistakes_AreListedTogether()
    {
        _stack.Write("Pulumi.yaml", "name: a b\nruntime: cobol\nmain: nowhere\nconfig:\n  n: { type: integer, default: x }\n  m: { type: money }\n");
        var result = await _stack.PreviewAsync(_ => Task.CompletedTask);

        Assert.Equal(["name", "runtime", "main", "config.n.default", "config.m.type"], result.Diagnostics.Select(diagnostic => diagnostic.Problem!.Path));
        Assert.All(result.Diagnostics, diagnostic => Assert.Equal("FIN3002", diagnostic.Problem!.Id));
    }

    [Fact]
    public async Task Values_MissingOrOfTheWrongType_AreListedTogether()
    {
        _stack.Write("Pulumi.yaml", "name: demo\nruntime: dotnet\nconfig:\n  n: { type: integer }\n  m: { type: boolean }\n  o: { type: array }\n");
        _stack.Write("Pulumi.test.yaml", "config:\n  n: many\n  o: { a: 1 }\n");
        var result = await _stack.PreviewAsync(_ => Task.CompletedTask);

        Assert.Equal(["config.demo:n", "config.demo:m", "config.demo:o"], result.Diagnostics.Select(diagnostic => diagnostic.Problem!.Path));
        Assert.All(result.Diagnostics, diagnostic => Assert.Equal("FIN3004", diagnostic.Problem!.Id));
    }

    [Theory]
    [InlineData("config: [a]", "config")]
    [InlineData("config:\n  a:\n", "config.a")]
    [InlineData("config:\n  a: { secure: v1:x:y }\n", "config.a")]
    [InlineData("config: {", "line 2, column 1")]
    public async Task StackFile_Malformed_IsRefused(string text, string path)
    {
        _stack.Write("Pulumi.test.yaml", text + "\n");
        var result = await _stack.PreviewAsync(_ => Task.CompletedTask);

        var problem = Assert.Single(result.Diagnostics).Problem!;
        Assert.Equal(("FIN3003", path), (problem.Id, problem.Path));
    }

    [Fact]
    public async Task Project_IsFoundInAFolderAbove()
    {
        Directory.CreateDirectory(Path.Combine(_stack.Directory, "src", "deep"));
        _stack.Request = request => request with { ProgramDirectory = Path.Combine(_stack.Directory, "src", "deep") };
        var result = await _stack.PreviewAsync(_ => Task.CompletedTask);

        Assert.Equal(("demo", DeploymentOutcome.Succeeded), (result.Project, result.Outcome));
    }

    [Fact]
    public async Task Request_WithMistakes_ListsThemAll()
    {
        _stack.Request = request => request with { StackName = "a/b", ProgramDirectory = Path.Combine(_stack.Directory, "no"), Parallel = 0 };
        var result = await _stack.PreviewAsync(_ => Task.CompletedTask);

        Assert.Equal(["FIN3006", "FIN3006", "FIN3006"], result.Diagnostics.Select(diagnostic => diagnostic.Problem!.Id));
    }
}
