using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Tests.Support;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Deployments;

public sealed class PreviewTests : IDisposable
{
    private readonly TestStack _stack = new();

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task Preview_NewStack_WritesNothingAndTellsWhatIsKnown()
    {
        TestProgram.Registered? seen = null;
        var result = await _stack.PreviewAsync(async program => seen = await program.ThingAsync("a", PropertyMap.Of(("color", "red"))));

        Assert.Equal(DeploymentOutcome.Succeeded, result.Outcome);
        Assert.Equal("", seen!.Id);
        Assert.Equal("red", seen.Outputs.Text("color"));
        Assert.False(seen.Outputs.ContainsKey("arn"));
        Assert.False(Directory.Exists(Path.Combine(_stack.Directory, ".finops")));
        Assert.Empty(_stack.World.Calls);
        Assert.Equal(3, result.ChangeSummary[StepOperation.Create]);
    }

    [Fact]
    public async Task Preview_UnknownInput_IsLeftOutUnlessPartialValuesAreTaken()
    {
        var inputs = PropertyMap.Of(("tags", PropertyMap.Of(("Owner", PropertyValue.Unknown), ("Team", "x"))), ("color", "red"));
        TestProgram.Registered? whole = null;
        TestProgram.Registered? partial = null;
        await _stack.PreviewAsync(async program =>
        {
            whole = await program.ThingAsync("a", inputs);
            partial = await program.ThingAsync("b", inputs, request => request.SupportsPartialValues = true);
        });

        Assert.Equal(["color"], whole!.Outputs.Keys);
        Assert.Equal(["color", "tags"], partial!.Outputs.Keys);
    }

    [Fact]
    public async Task Preview_OfChanges_ShowsUpdateReplaceAndDelete()
    {
        await _stack.UpAsync(async program =>
        {
            await program.ThingAsync("same");
            await program.ThingAsync("changed", PropertyMap.Of(("color", "red")));
            await program.ThingAsync("moved", PropertyMap.Of(("size", "s")));
            await program.ThingAsync("gone");
        });
        var before = File.ReadAllText(_stack.StateFile);
        _stack.World.ForgetCalls();
        var result = await _stack.PreviewAsync(async program =>
        {
            await program.ThingAsync("same");
            await program.ThingAsync("changed", PropertyMap.Of(("color", "blue")));
            await program.ThingAsync("moved", PropertyMap.Of(("size", "l")));
        });

        var operations = result.Steps.Where(step => step.Type == TestProgram.Thing).Select(step => $"{step.Operation} {step.Name}");
        Assert.Equal(["Same same", "Update changed", "Replace moved", "DeleteReplaced moved", "Delete gone"], operations.OrderBy(text => Array.IndexOf(["S", "U", "R", "DR", "D"], Short(text))));
        Assert.Empty(_stack.World.Calls);
        Assert.Equal(before, File.ReadAllText(_stack.StateFile));

        static string Short(string text) => string.Concat(text.Split(' ')[0].Where(char.IsUpper));
    }

    [Fact]
    public async Task Preview_SeveralFailedChecks_ShowsThemAllAndFails()
    {
        var result = await _stack.PreviewAsync(async program =>
        {
            await program.ThingAsync("a", PropertyMap.Of(("wrong", true)));
            await program.ThingAsync("b", PropertyMap.Of(("wrong", true)));
        });

        Assert.Equal(DeploymentOutcome.Failed, result.Outcome);
        Assert.Equal([_stack.Urn("a"), _stack.Urn("b")], result.Diagnostics.Select(diagnostic => diagnostic.Urn));
        Assert.All(result.Diagnostics, diagnostic => Assert.Equal("FIN3032", diagnostic.Problem!.Id));
    }

    [Fact]
    public async Task Up_FailedCheck_StopsBeforeAnythingIsMade()
    {
        var result = await _stack.UpAsync(async program =>
        {
            await program.ThingAsync("a", PropertyMap.Of(("wrong", true)));
            await program.ThingAsync("b");
        });

        Assert.Equal(DeploymentOutcome.Failed, result.Outcome);
        Assert.Equal($"BAIL: resource {_stack.Urn("a")} is invalid", result.Failure);
        Assert.Empty(_stack.World.Calls);
    }
}
