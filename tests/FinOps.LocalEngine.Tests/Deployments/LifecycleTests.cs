using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Tests.Support;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Deployments;

public sealed class LifecycleTests : IDisposable
{
    private readonly TestStack _stack = new();

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task Up_Twice_ChangesNothingTheSecondTime()
    {
        var first = await _stack.UpAsync(ChainAsync);
        var written = File.ReadAllText(_stack.StateFile);
        var second = await _stack.UpAsync(ChainAsync);

        Assert.Equal(DeploymentOutcome.Succeeded, first.Outcome);
        Assert.Equal(["create a", "create b", "create c"], _stack.World.Calls);
        Assert.False(second.HasChanges);
        // Stack, default provider, three things.
        Assert.Equal(5, second.ChangeSummary[StepOperation.Same]);
        Assert.Equal(["a", "b", "c"], _stack.Names);
        Assert.Contains("\"version\": 3", written, StringComparison.Ordinal);
        Assert.False(File.Exists(_stack.JournalFile));
    }

    [Fact]
    public async Task Up_ChangedInput_UpdatesInPlace()
    {
        await _stack.UpAsync(program => program.ThingAsync("a", PropertyMap.Of(("color", "red"))));
        var result = await _stack.UpAsync(program => program.ThingAsync("a", PropertyMap.Of(("color", "blue"))));

        var step = Assert.Single(result.Steps, step => step.Operation == StepOperation.Update);
        Assert.Equal(["color"], step.DiffReasons.AsEnumerable());
        Assert.Equal("blue", step.NewState!.Outputs.Text("color"));
        Assert.Equal("arn:a-1", step.NewState.Outputs.Text("arn"));
        Assert.Equal(["create a", "update a"], _stack.World.Calls);
    }

    [Fact]
    public async Task Up_FixedInputChanged_CreatesFirstAndDeletesTheOldAtTheEnd()
    {
        await _stack.UpAsync(program => ReplacedAsync(program, "small"));
        _stack.World.ForgetCalls();
        var result = await _stack.UpAsync(program => ReplacedAsync(program, "large"));

        Assert.Equal(DeploymentOutcome.Succeeded, result.Outcome);
        Assert.Equal(["create a", "update b", "delete a"], _stack.World.Calls);
        Assert.Equal(["a", "b"], _stack.Names);
        Assert.Equal(1, result.ChangeSummary[StepOperation.Replace]);
        Assert.Equal(["size"], result.Steps.Single(step => step.Operation == StepOperation.Replace).ReplaceReasons.AsEnumerable());
        Assert.Contains(result.Steps, step => step.Operation == StepOperation.DeleteReplaced);
    }

    [Fact]
    public async Task Up_ResourcesLeftOut_AreDeletedDependentsFirst()
    {
        await _stack.UpAsync(ChainAsync);
        _stack.World.ForgetCalls();
        var result = await _stack.UpAsync(_ => Task.CompletedTask);

        Assert.Equal(["delete c", "delete b", "delete a"], _stack.World.Calls);
        Assert.Empty(_stack.World.Existing);
        Assert.Empty(_stack.Names);
        Assert.Equal(4, result.ChangeSummary[StepOperation.Delete]);
    }

    [Fact]
    public async Task Destroy_DeletesEverythingWithoutTheProgram()
    {
        await _stack.UpAsync(ChainAsync);
        _stack.World.ForgetCalls();
        var result = await _stack.RunAsync(DeploymentOperation.Destroy, _ => throw new InvalidOperationException("the program must not run"));

        Assert.Equal(DeploymentOutcome.Succeeded, result.Outcome);
        Assert.Equal(["delete c", "delete b", "delete a"], _stack.World.Calls);
        Assert.Empty(_stack.State["resources"]!.AsArray());
    }

    [Fact]
    public async Task Up_OneResourceFails_KeepsWhatWasMadeAndDeletesNothing()
    {
        await _stack.UpAsync(program => program.ThingAsync("old"));
        var result = await _stack.UpAsync(async program =>
        {
            var a = await program.ThingAsync("a");
            await program.ThingAsync("b", PropertyMap.Of(("fail", true)), request => request.Dependencies.Add(a.Urn));
            await program.ThingAsync("c");
        });

        Assert.Equal(DeploymentOutcome.Failed, result.Outcome);
        var error = Assert.Single(result.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal("FIN3037", error.Problem!.Id);
        Assert.Contains("the service said no", error.Message, StringComparison.Ordinal);
        Assert.Equal(_stack.Urn("b"), error.Urn);
        Assert.Equal(["a", "old"], _stack.Names);
        Assert.Null(_stack.State["pending_operations"]);
        Assert.Equal(["create old", "create a", "create b"], _stack.World.Calls);
    }

    [Fact]
    public async Task Up_AfterAFailure_FinishesTheRest()
    {
        await _stack.UpAsync(program => program.ThingAsync("a", PropertyMap.Of(("fail", true))));
        var result = await _stack.UpAsync(ChainAsync);

        Assert.Equal(DeploymentOutcome.Succeeded, result.Outcome);
        Assert.Equal(["a", "b", "c"], _stack.Names);
    }

    [Fact]
    public async Task Up_ProgramFails_DeletesNothing()
    {
        await _stack.UpAsync(ChainAsync);
        var result = await _stack.UpAsync(_ => throw new InvalidOperationException("a mistake in the program"));

        Assert.Equal(DeploymentOutcome.Failed, result.Outcome);
        Assert.Contains("a mistake in the program", result.Failure, StringComparison.Ordinal);
        Assert.Equal(["a", "b", "c"], _stack.Names);
        Assert.Equal(3, _stack.World.Existing.Count);
    }

    [Fact]
    public async Task Up_ProgramLogsAnErrorAndEndsWell_FailsAndDeletesNothing()
    {
        await _stack.UpAsync(ChainAsync);
        var result = await _stack.UpAsync(program => program.LogAsync(Pulumirpc.LogSeverity.Error, "something is off"));

        Assert.Equal(DeploymentOutcome.Failed, result.Outcome);
        Assert.Equal("something is off", result.Failure);
        Assert.Equal(["a", "b", "c"], _stack.Names);
    }

    [Fact]
    public async Task Up_DeleteFails_KeepsItAndWhatItNeeds()
    {
        await _stack.UpAsync(async program =>
        {
            var a = await program.ThingAsync("a");
            await program.ThingAsync("b", PropertyMap.Of(("stuck", true)), request => request.Dependencies.Add(a.Urn));
            await program.ThingAsync("c");
        });
        var result = await _stack.UpAsync(_ => Task.CompletedTask);

        Assert.Equal(DeploymentOutcome.Failed, result.Outcome);
        Assert.Equal(["a", "b"], _stack.Names);
    }

    [Fact]
    public async Task Up_IndependentResources_AreAppliedSideBySide()
    {
        var both = new Barrier2();
        _stack.World.Before = (_, _) => both.ArriveAsync();
        var result = await _stack.UpAsync(program => Task.WhenAll(program.ThingAsync("a"), program.ThingAsync("b")));

        Assert.Equal(DeploymentOutcome.Succeeded, result.Outcome);
    }

    [Fact]
    public async Task Up_StackOutputs_StandInResultAndState()
    {
        var result = await _stack.UpWithOutputsAsync(_ => Task.FromResult<PropertyMap?>(PropertyMap.Of(("url", "http://x"), ("key", new SecretValue("s3cret")))));

        Assert.Equal("http://x", result.Outputs.Text("url"));
        Assert.IsType<SecretValue>(result.Outputs["key"]);
        Assert.Equal("http://x", (string?)_stack.State["resources"]![0]!["outputs"]!["url"]);
        Assert.DoesNotContain("s3cret", DeploymentJson.Write(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refresh_TakesInDriftAndDropsWhatIsGone()
    {
        await _stack.UpAsync(ChainAsync);
        _stack.World.Existing["a-1"] = (_stack.Urn("a"), PropertyMap.Of(("color", "painted by hand")));
        _stack.World.Existing.TryRemove("c-3", out _);
        var result = await _stack.RunAsync(DeploymentOperation.Refresh);

        Assert.Equal(DeploymentOutcome.Succeeded, result.Outcome);
        Assert.Equal(["a", "b"], _stack.Names);
        Assert.Contains("color", result.Steps.Single(step => step.Name == "a").DiffReasons);
        Assert.Equal(StepOperation.Same, result.Steps.Single(step => step.Name == "b").Operation);
    }

    [Fact]
    public async Task Run_Cancelled_SaysSoAndKeepsWhatWasFinished()
    {
        using var cancel = new CancellationTokenSource();
        var result = await _stack.RunAsync(DeploymentOperation.Up, async program =>
        {
            await program.ThingAsync("a");
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancel.Token);
        }, cancel.Token);

        Assert.Equal(DeploymentOutcome.Cancelled, result.Outcome);
        Assert.Equal(["a"], _stack.Names);
    }

    private static async Task ChainAsync(TestProgram program)
    {
        var a = await program.ThingAsync("a");
        var b = await program.ThingAsync("b", options: request => request.Dependencies.Add(a.Urn));
        await program.ThingAsync("c", options: request => request.Dependencies.Add(b.Urn));
    }

    private static async Task ReplacedAsync(TestProgram program, string size)
    {
        var a = await program.ThingAsync("a", PropertyMap.Of(("size", size)));
        await program.ThingAsync("b", PropertyMap.Of(("of", a.Outputs["arn"])), request => request.Dependencies.Add(a.Urn));
    }

    /// <summary>Opens when two have come.</summary>
    private sealed class Barrier2
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _count;

        public Task ArriveAsync()
        {
            if (Interlocked.Increment(ref _count) == 2)
            {
                _open.SetResult();
            }

            return _open.Task.WaitAsync(TimeSpan.FromMinutes(1));
        }
    }
}
