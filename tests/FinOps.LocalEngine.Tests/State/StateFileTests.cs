using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.State;
using FinOps.LocalEngine.Tests.Support;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.State;

public sealed class StateFileTests : IDisposable
{
    private readonly TestStack _stack = new();

    public void Dispose() => _stack.Dispose();

    [Theory]
    [InlineData("{ not json")]
    [InlineData("[]")]
    [InlineData("{\"version\":2,\"deployment\":{}}")]
    [InlineData("{\"version\":3}")]
    [InlineData("{\"version\":3,\"deployment\":{\"manifest\":{\"version\":\"3.1.0\",\"magic\":\"0\"}}}")]
    [InlineData("{\"version\":3,\"deployment\":{\"resources\":[{\"urn\":\"nonsense\",\"type\":\"a:b:C\"}]}}")]
    [InlineData("{\"version\":3,\"deployment\":{\"resources\":[{\"urn\":\"urn:pulumi:test::demo::a:b:C::x\",\"custom\":false,\"id\":\"1\",\"type\":\"a:b:C\"}]}}")]
    [InlineData("{\"version\":3,\"deployment\":{\"resources\":[{\"urn\":\"urn:pulumi:test::demo::a:b:C::x\",\"type\":\"a:b:C\"},{\"urn\":\"urn:pulumi:test::demo::a:b:C::x\",\"type\":\"a:b:C\"}]}}")]
    public async Task Damaged_IsRefusedAndLeftAsItIs(string text)
    {
        _stack.Write(".finops/state/demo/test.json", text);
        var result = await _stack.UpAsync(program => program.ThingAsync("a"));

        Assert.Equal(DeploymentOutcome.Failed, result.Outcome);
        Assert.Equal("FIN3010", Assert.Single(result.Diagnostics).Problem!.Id);
        Assert.Equal(text, File.ReadAllText(_stack.StateFile));
        Assert.Empty(_stack.World.Calls);
    }

    [Fact]
    public async Task Journal_OfAnotherSnapshot_IsRefused()
    {
        await _stack.UpAsync(program => program.ThingAsync("a"));
        _stack.Write(".finops/state/demo/test.journal", "{\"continues\":\"abc\"}\n{\"op\":\"removed\",\"key\":0}\n");
        var result = await _stack.UpAsync(program => program.ThingAsync("a"));

        Assert.Equal("FIN3012", Assert.Single(result.Diagnostics).Problem!.Id);
    }

    [Fact]
    public async Task Journal_ThatIsInTheSnapshotAlready_IsNotAppliedAgain()
    {
        await _stack.UpAsync(program => program.ThingAsync("a"));
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(_stack.StateFile)));
        _stack.Write(".finops/state/demo/test.journal", $"{{\"continues\":\"none\"}}\n{{\"op\":\"removed\",\"key\":0}}\n{{\"folded\":\"{hash}\"}}\n");
        var result = await _stack.UpAsync(program => program.ThingAsync("a"));

        Assert.False(result.HasChanges);
        Assert.False(File.Exists(_stack.JournalFile));
    }

    [Fact]
    public async Task Lock_HeldByAnotherRun_IsRefusedWithItsProcess()
    {
        using var held = StackLock.Take(new StackFiles(Path.Combine(_stack.Directory, ".finops", "state"), "demo", "test"));
        var result = await _stack.UpAsync(program => program.ThingAsync("a"));

        var problem = Assert.Single(result.Diagnostics).Problem!;
        Assert.Equal("FIN3011", problem.Id);
        Assert.Contains($"process {Environment.ProcessId}", problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lock_LeftByADeadProcess_IsTakenOverAndSaidSo()
    {
        _stack.Write(".finops/state/demo/test.owner", "999999");
        var result = await _stack.UpAsync(program => program.ThingAsync("a"));

        Assert.Equal(DeploymentOutcome.Succeeded, result.Outcome);
        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Message.Contains("process 999999", StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(_stack.Directory, ".finops", "state", "demo", "test.owner")));
    }

    [Fact]
    public async Task Snapshot_ListsWhatIsNeededBeforeWhatNeedsIt()
    {
        await _stack.UpAsync(async program =>
        {
            var parent = await program.ComponentAsync("my:index:Family", "p");
            var a = await program.ThingAsync("a", options: request => request.Parent = parent.Urn);
            await program.ThingAsync("b", options: request => request.Dependencies.Add(a.Urn));
        });
        // A second run settles in another order than the first.
        await _stack.UpAsync(async program =>
        {
            var parent = await program.ComponentAsync("my:index:Family", "p");
            await program.ThingAsync("c");
            var a = await program.ThingAsync("a", options: request => request.Parent = parent.Urn);
            await program.ThingAsync("b", options: request => request.Dependencies.Add(a.Urn));
        });

        var before = new HashSet<string>();
        foreach (var item in _stack.State["resources"]!.AsArray())
        {
            var needs = new[] { (string?)item!["parent"], ((string?)item["provider"])?.Split("::")[..4] is { } parts ? string.Join("::", parts) : null }
                .Concat(item["dependencies"]?.AsArray().Select(urn => (string?)urn) ?? [])
                .OfType<string>();
            Assert.Subset(before, needs.ToHashSet());
            before.Add((string)item["urn"]!);
        }
    }

    [Fact]
    public async Task Journal_LinesOfABigStack_StaySmall()
    {
        var longest = 0L;
        _stack.World.After = (_, _) =>
        {
            longest = Math.Max(longest, new FileInfo(_stack.JournalFile).Length);
            return Task.CompletedTask;
        };
        await _stack.UpAsync(async program =>
        {
            for (var i = 0; i < 300; i++)
            {
                await program.ThingAsync($"thing-{i}", PropertyMap.Of(("text", new string('x', 200))));
            }
        });

        // Two lines each of about a kilobyte; rewriting the whole state at each step would be a hundred times that.
        Assert.InRange(longest, 100_000, 600_000);
        Assert.Equal(300, _stack.Names.Count);
    }
}
