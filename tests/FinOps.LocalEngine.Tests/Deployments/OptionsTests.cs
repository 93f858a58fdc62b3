using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Tests.Support;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.LocalEngine.Tests.Deployments;

public sealed class OptionsTests : IDisposable
{
    private readonly TestStack _stack = new();

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task IgnoreChanges_TakesTheOldInputs()
    {
        await _stack.UpAsync(program => program.ThingAsync("a", Tagged("old")));
        var result = await _stack.UpAsync(program => program.ThingAsync("a", Tagged("new"), request => request.IgnoreChanges.Add("tags.Owner")));

        Assert.False(result.HasChanges);
        Assert.Equal("old", _stack.World.Existing["a-1"].Inputs["tags"] is ObjectValue tags ? tags.Map.Text("Owner") : null);
    }

    [Fact]
    public async Task Aliases_RenamedResource_KeepsTheOldOne()
    {
        await _stack.UpAsync(program => program.ThingAsync("before"));
        var result = await _stack.UpAsync(program => program.ThingAsync("after", options: request => request.Aliases.Add(new Alias { Spec = new Alias.Types.Spec { Name = "before" } })));

        Assert.False(result.HasChanges);
        Assert.Equal(["after"], _stack.Names);
        Assert.Equal(["create before"], _stack.World.Calls);
    }

    [Fact]
    public async Task Aliases_RenamedParent_TakesItsChildrenAlong()
    {
        await _stack.UpAsync(program => FamilyAsync(program, "old", alias: null));
        var result = await _stack.UpAsync(program => FamilyAsync(program, "new", alias: "old"));

        Assert.False(result.HasChanges);
        Assert.Equal(["create old-child"], _stack.World.Calls);
        Assert.Equal(["new", "new-child"], _stack.Names);
    }

    [Fact]
    public async Task Aliases_RunFailsHalfway_LeavesAStateWithoutDanglingReferences()
    {
        await _stack.UpAsync(program => FamilyAsync(program, "old", alias: null));
        await _stack.UpAsync(async program =>
        {
            await program.ComponentAsync("my:index:Family", "new", request => request.Aliases.Add(new Alias { Spec = new Alias.Types.Spec { Name = "old" } }));
            throw new InvalidOperationException("stop");
        });

        var child = _stack.State["resources"]!.AsArray().Single(item => ((string)item!["urn"]!).EndsWith("old-child", StringComparison.Ordinal))!;
        Assert.Equal(_stack.Urn("new", "my:index:Family"), (string?)child["parent"]);
    }

    [Fact]
    public async Task Protect_DeletionOfSeveral_NamesAllAndDeletesNone()
    {
        await _stack.UpAsync(async program =>
        {
            await program.ThingAsync("a", options: request => request.Protect = true);
            await program.ThingAsync("b", options: request => request.Protect = true);
            await program.ThingAsync("c");
        });
        var result = await _stack.UpAsync(_ => Task.CompletedTask);

        Assert.Equal(DeploymentOutcome.Failed, result.Outcome);
        Assert.Equal(["FIN3036", "FIN3036"], result.Diagnostics.Select(diagnostic => diagnostic.Problem!.Id));
        Assert.Equal(["a", "b", "c"], _stack.Names);
    }

    [Fact]
    public async Task Destroy_WithSomethingProtected_DeletesNothing()
    {
        await ProtectedFamilyAsync();
        var result = await _stack.RunAsync(DeploymentOperation.Destroy);

        Assert.Equal("FIN3036", Assert.Single(result.Diagnostics).Problem!.Id);
        Assert.Equal(["base", "family", "data", "reader", "other"], _stack.Names);
    }

    [Fact]
    public async Task Destroy_KeepingTheProtected_LeavesThemWithWhatTheyNeedAndSaysSo()
    {
        await ProtectedFamilyAsync();
        _stack.World.ForgetCalls();
        _stack.Request = request => request with { KeepProtected = true };

        var first = await _stack.RunAsync(DeploymentOperation.Destroy);
        var calls = _stack.World.Calls.Order(StringComparer.Ordinal).ToList();
        var second = await _stack.RunAsync(DeploymentOperation.Destroy);

        Assert.Equal((DeploymentOutcome.Succeeded, DeploymentOutcome.Succeeded), (first.Outcome, second.Outcome));
        Assert.Equal(["delete reader"], calls);
        Assert.Equal(["base", "family", "data"], _stack.Names);
        Assert.Equal(["data Protected", "other Retained"], first.Kept.Select(kept => $"{kept.Urn.Split("::")[3]} {kept.Reason}"));
        Assert.Equal(["data Protected"], second.Kept.Select(kept => $"{kept.Urn.Split("::")[3]} {kept.Reason}"));
        Assert.False(second.HasChanges);

        await ProtectedFamilyAsync();
        Assert.Equal(["base", "family", "data", "reader", "other"], _stack.Names);
    }

    /// <summary>Protected data in a component, with what it needs, what reads it, and something retained beside it.</summary>
    private Task<DeploymentResult> ProtectedFamilyAsync() => _stack.UpAsync(async program =>
    {
        var needed = await program.ThingAsync("base");
        var family = await program.ComponentAsync("my:index:Family", "family");
        var data = await program.ThingAsync("data", options: request =>
        {
            request.Protect = true;
            request.Parent = family.Urn;
            request.Dependencies.Add(needed.Urn);
        });
        await program.ThingAsync("reader", options: request => request.Dependencies.Add(data.Urn));
        await program.ThingAsync("other", options: request => request.RetainOnDelete = true);
    });

    [Fact]
    public async Task Protect_Replacement_IsRefused()
    {
        await _stack.UpAsync(program => program.ThingAsync("a", PropertyMap.Of(("size", "s")), request => request.Protect = true));
        var result = await _stack.UpAsync(program => program.ThingAsync("a", PropertyMap.Of(("size", "l")), request => request.Protect = true));

        Assert.Equal("FIN3036", result.Diagnostics.Single().Problem!.Id);
        Assert.Equal(["create a"], _stack.World.Calls);
    }

    [Fact]
    public async Task Protect_OfAParent_IsInherited()
    {
        await _stack.UpAsync(async program =>
        {
            var parent = await program.ComponentAsync("my:index:Family", "p", request => request.Protect = true);
            await program.ThingAsync("a", options: request => request.Parent = parent.Urn);
            await program.ThingAsync("b", options: request =>
            {
                request.Parent = parent.Urn;
                request.Protect = false;
            });
        });

        var flags = _stack.State["resources"]!.AsArray().ToDictionary(item => ((string)item!["urn"]!).Split("::")[3], item => (bool?)item!["protect"] ?? false);
        Assert.True(flags["a"]);
        Assert.False(flags["b"]);
    }

    [Fact]
    public async Task RetainOnDelete_LeavesTheRealThing()
    {
        await _stack.UpAsync(program => program.ThingAsync("a", options: request => request.RetainOnDelete = true));
        await _stack.UpAsync(_ => Task.CompletedTask);

        Assert.Empty(_stack.Names);
        Assert.Single(_stack.World.Existing);
    }

    [Fact]
    public async Task DeletedWith_GoesWithoutACallOfItsOwn()
    {
        await _stack.UpAsync(async program =>
        {
            var a = await program.ThingAsync("a");
            await program.ThingAsync("b", options: request => request.DeletedWith = a.Urn);
        });
        _stack.World.ForgetCalls();
        await _stack.RunAsync(DeploymentOperation.Destroy);

        Assert.Equal(["delete a"], _stack.World.Calls);
    }

    [Fact]
    public async Task ReplaceOnChanges_TurnsAnUpdateIntoAReplacement()
    {
        await _stack.UpAsync(program => program.ThingAsync("a", Tagged("one")));
        var result = await _stack.UpAsync(program => program.ThingAsync("a", Tagged("two"), request => request.ReplaceOnChanges.Add("tags.*")));

        Assert.Equal(1, result.ChangeSummary[StepOperation.Replace]);
    }

    [Fact]
    public async Task DeleteBeforeReplace_DeletesTheOldAndItsReplacedDependentsFirst()
    {
        await _stack.UpAsync(program => PairAsync(program, "s"));
        _stack.World.ForgetCalls();
        var result = await _stack.UpAsync(program => PairAsync(program, "l"));

        Assert.Equal(DeploymentOutcome.Succeeded, result.Outcome);
        Assert.Equal(["delete b", "delete a", "create a", "create b"], _stack.World.Calls);
        Assert.Equal(["a", "b"], _stack.Names);
    }

    [Fact]
    public async Task DeleteBeforeReplace_ProviderSaysSo_IsFollowed()
    {
        await _stack.UpAsync(program => program.ThingAsync("a", PropertyMap.Of(("unique", "x"))));
        _stack.World.ForgetCalls();
        await _stack.UpAsync(program => program.ThingAsync("a", PropertyMap.Of(("unique", "y"))));

        Assert.Equal(["delete a", "create a"], _stack.World.Calls);
    }

    [Fact]
    public async Task ReplacementTrigger_ChangedOnly_Replaces()
    {
        await _stack.UpAsync(program => program.ThingAsync("a", options: request => request.ReplacementTrigger = PropertyCodec.ToValue("1")));
        var same = await _stack.UpAsync(program => program.ThingAsync("a", options: request => request.ReplacementTrigger = PropertyCodec.ToValue("1")));
        var changed = await _stack.UpAsync(program => program.ThingAsync("a", options: request => request.ReplacementTrigger = PropertyCodec.ToValue("2")));

        Assert.False(same.HasChanges);
        Assert.Equal(["replacementTrigger"], changed.Steps.Single(step => step.Operation == StepOperation.Replace).ReplaceReasons.AsEnumerable());
    }

    [Fact]
    public async Task DefaultProvider_NewVersion_ReplacesNothing()
    {
        await _stack.UpAsync(program => program.ThingAsync("a", options: request => request.Version = "1.0.0"));
        var result = await _stack.UpAsync(program => program.ThingAsync("a", options: request => request.Version = "1.1.0"));

        Assert.Equal(["create a"], _stack.World.Calls);
        Assert.DoesNotContain(StepOperation.Replace, result.ChangeSummary.Keys);
    }

    [Fact]
    public async Task ExplicitProvider_OfTheParent_ServesTheChildren()
    {
        await _stack.UpAsync(async program =>
        {
            var provider = await program.ResourceAsync("pulumi:providers:test", "mine", PropertyMap.Of(("region", "eu-west-1")));
            var parent = await program.ComponentAsync("my:index:Family", "p", request => request.Providers.Add("test", $"{provider.Urn}::{provider.Id}"));
            await program.ThingAsync("a", options: request => request.Parent = parent.Urn);
        });

        var thing = _stack.State["resources"]!.AsArray().Single(item => ((string)item!["urn"]!).EndsWith("::a", StringComparison.Ordinal))!;
        Assert.Contains("pulumi:providers:test::mine::", (string)thing["provider"]!, StringComparison.Ordinal);
        Assert.Equal("eu-west-1", _stack.World.LastConfiguration!.Text("region"));
    }

    [Fact]
    public async Task DefaultProvider_TakesTheConfigOfItsNamespace()
    {
        _stack.Write("Pulumi.test.yaml", "config:\n  test:region: eu-north-1\n");
        await _stack.UpAsync(program => program.ThingAsync("a"));

        Assert.Equal("eu-north-1", _stack.World.LastConfiguration!.Text("region"));
    }

    private static PropertyMap Tagged(string owner) => PropertyMap.Of(("tags", PropertyMap.Of(("Owner", owner), ("Team", "x"))));

    private static async Task FamilyAsync(TestProgram program, string name, string? alias)
    {
        var parent = await program.ComponentAsync("my:index:Family", name, request =>
        {
            if (alias is not null)
            {
                request.Aliases.Add(new Alias { Spec = new Alias.Types.Spec { Name = alias } });
            }
        });
        await program.ThingAsync($"{name}-child", options: request => request.Parent = parent.Urn);
    }

    private static async Task PairAsync(TestProgram program, string size)
    {
        var a = await program.ThingAsync("a", PropertyMap.Of(("size", size)), request =>
        {
            request.DeleteBeforeReplace = true;
            request.DeleteBeforeReplaceDefined = true;
        });
        await program.ThingAsync("b", PropertyMap.Of(("target", a.Outputs["arn"])), request =>
        {
            request.Dependencies.Add(a.Urn);
            request.PropertyDependencies.Add("target", new PropertyDependencies { Urns = { a.Urn } });
        });
    }
}
