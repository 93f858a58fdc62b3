using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Tests.Support;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.State;

/// <summary>What kill -9 leaves is the files as they are at that moment: they are copied away in the middle of a call and put back.</summary>
public sealed class InterruptedRunTests : IDisposable
{
    private readonly TestStack _stack = new();

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task Killed_AfterACreateTookEffect_NothingIsDoubled()
    {
        await KillAsync("create b", after: true, ProgramAsync("red"));
        var result = await _stack.UpAsync(ProgramAsync("red"));

        Assert.Equal(DeploymentOutcome.Succeeded, result.Outcome);
        Assert.Equal(["a", "b", "c"], _stack.Names);
        Assert.Equal(3, _stack.World.Existing.Count);
        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Message.Contains("creating", StringComparison.Ordinal) && diagnostic.Message.Contains("taking it up", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Killed_BeforeACreateTookEffect_IsMadeOnce()
    {
        await KillAsync("create b", after: false, ProgramAsync("red"));
        await _stack.UpAsync(ProgramAsync("red"));

        Assert.Equal(["a", "b", "c"], _stack.Names);
        Assert.Equal(3, _stack.World.Existing.Count);
    }

    [Fact]
    public async Task Killed_AndTheResourceLeftOutNow_IsDeletedAndNotForgotten()
    {
        await KillAsync("create b", after: true, ProgramAsync("red"));
        await _stack.UpAsync(program => program.ThingAsync("a", PropertyMap.Of(("color", "red"))));

        Assert.Equal(["a"], _stack.Names);
        Assert.Equal(["a-1"], _stack.World.Existing.Keys);
    }

    [Fact]
    public async Task Killed_InAnUpdate_IsUpdatedAgain()
    {
        await _stack.UpAsync(ProgramAsync("red"));
        await KillAsync("update b", after: true, ProgramAsync("blue"));
        // The program was set back meanwhile: the half-known update must not stay.
        var result = await _stack.UpAsync(ProgramAsync("red"));

        Assert.Equal(DeploymentOutcome.Succeeded, result.Outcome);
        Assert.All(_stack.World.Existing.Values, item => Assert.Equal("red", item.Inputs.Text("color")));
    }

    [Fact]
    public async Task Killed_InADelete_IsDeleted()
    {
        await _stack.UpAsync(ProgramAsync("red"));
        await KillAsync("delete c", after: true, _ => Task.CompletedTask);
        var result = await _stack.UpAsync(ProgramAsync("red"));

        Assert.Equal(["a", "b", "c"], _stack.Names);
        Assert.Equal(3, _stack.World.Existing.Count);
        Assert.Equal(1, result.ChangeSummary[StepOperation.Create]);
    }

    [Fact]
    public async Task Killed_InAReplacement_LeavesOneOfTheResource()
    {
        await _stack.UpAsync(program => program.ThingAsync("a", PropertyMap.Of(("size", "s"))));
        await KillAsync("create a", after: true, program => program.ThingAsync("a", PropertyMap.Of(("size", "l"))));
        await _stack.UpAsync(program => program.ThingAsync("a", PropertyMap.Of(("size", "l"))));

        Assert.Equal(["a"], _stack.Names);
        Assert.Equal("l", Assert.Single(_stack.World.Existing.Values).Inputs.Text("size"));
    }

    [Fact]
    public async Task Killed_ThenPreview_SaysWhatIsPendingAndTouchesNothing()
    {
        await KillAsync("create b", after: true, ProgramAsync("red"));
        var journal = File.ReadAllText(_stack.JournalFile);
        var result = await _stack.PreviewAsync(ProgramAsync("red"));

        Assert.Equal(DeploymentOutcome.Succeeded, result.Outcome);
        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
        Assert.Equal(journal, File.ReadAllText(_stack.JournalFile));
    }

    [Fact]
    public async Task Killed_ThenDestroy_LeavesNothing()
    {
        await KillAsync("create b", after: true, ProgramAsync("red"));
        await _stack.RunAsync(DeploymentOperation.Destroy);

        Assert.Empty(_stack.World.Existing);
        Assert.Empty(_stack.Names);
    }

    [Fact]
    public async Task Killed_InTheMiddleOfALine_ForgetsThatLineOnly()
    {
        await KillAsync("create b", after: true, ProgramAsync("red"));
        File.AppendAllText(_stack.JournalFile, "{\"op\":\"put\",\"key\":99,\"resour");
        var result = await _stack.UpAsync(ProgramAsync("red"));

        Assert.Equal(DeploymentOutcome.Succeeded, result.Outcome);
        Assert.Equal(3, _stack.World.Existing.Count);
    }

    private static Func<TestProgram, Task> ProgramAsync(string color) => async program =>
    {
        var inputs = PropertyMap.Of(("color", color));
        await program.ThingAsync("a", inputs);
        await program.ThingAsync("b", inputs);
        await program.ThingAsync("c", inputs);
    };

    private async Task KillAsync(string call, bool after, Func<TestProgram, Task> program)
    {
        using var cancel = new CancellationTokenSource();
        string? journal = null;
        string? state = null;
        async Task Moment(string current, CancellationToken cancellationToken)
        {
            if (current == call)
            {
                journal = ReadShared(_stack.JournalFile);
                state = File.Exists(_stack.StateFile) ? File.ReadAllText(_stack.StateFile) : null;
                await cancel.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        _stack.World.Before = after ? (_, _) => Task.CompletedTask : Moment;
        _stack.World.After = after ? Moment : (_, _) => Task.CompletedTask;
        await _stack.RunAsync(DeploymentOperation.Up, program, cancel.Token);
        _stack.World.Before = (_, _) => Task.CompletedTask;
        _stack.World.After = (_, _) => Task.CompletedTask;

        File.WriteAllText(_stack.JournalFile, journal ?? throw new InvalidOperationException($"{call} never came"));
        if (state is null)
        {
            File.Delete(_stack.StateFile);
        }
        else
        {
            File.WriteAllText(_stack.StateFile, state);
        }
    }

    private static string ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}
