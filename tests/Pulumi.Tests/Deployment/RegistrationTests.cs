using Pulumi.Rpc.Values;
using Pulumi.Utilities;
using Pulumirpc;

namespace Pulumi.Tests.Deployment;

public sealed class RegistrationTests
{
    [Fact]
    public async Task Register_Custom_SendsWhatTheProtocolAsksFor()
    {
        await using var engine = await new FakeEngine().StartAsync();
        var exit = await engine.RunAsync(() => _ = new Box("a", new BoxArgs { Label = "x", Size = 3, Color = BoxColor.Red, Tags = { { "k", "v" } }, Either = 4 }));

        Assert.Equal(0, exit);
        var stack = engine.Single("proj-dev");
        Assert.Equal(("pulumi:pulumi:Stack", "", false), (stack.Type, stack.Parent, stack.Custom));
        var box = engine.Single("a");
        Assert.Equal((Box.Token, FakeEngine.UrnOf(stack), true, "1.2.3"), (box.Type, box.Parent, box.Custom, box.Version));
        Assert.True(box is { AcceptSecrets: true, AcceptResources: true, SupportsResultReporting: true, SupportsPartialValues: false, HasProtect: false });
        Assert.Equal(
            PropertyMap.Of(("label", "x"), ("size", 3.0), ("color", "red"), ("either", 4.0), ("tags", PropertyMap.Of(("k", "v")))),
            engine.Inputs("a"));
        Assert.Equal(["color", "either", "label", "size", "tags"], box.PropertyDependencies.Keys.Order());
        Assert.Equal(1, engine.Shutdowns);
    }

    [Fact]
    public async Task Register_InputFromAnotherResource_IsADependencyOfThatProperty()
    {
        await using var engine = await new FakeEngine().StartAsync();
        await engine.RunAsync(() =>
        {
            var a = new Box("a", new BoxArgs { Label = "x" });
            _ = new Box("b", new BoxArgs { Label = Output.Format($"{a.Label}-{a.Id}"), Size = 1 });
        });

        var urn = FakeEngine.UrnOf(engine.Single("a"));
        var b = engine.Single("b");
        Assert.Equal([urn], b.Dependencies);
        Assert.Equal([urn], b.PropertyDependencies["label"].Urns);
        Assert.Empty(b.PropertyDependencies["size"].Urns);
        Assert.Equal("x-a-id", engine.Inputs("b").Text("label"));
    }

    [Fact]
    public async Task Register_InPreview_UnknownIdTravelsAsTheSentinel()
    {
        await using var engine = await new FakeEngine { IsDryRun = true }.StartAsync();
        await engine.RunAsync(() =>
        {
            var a = new Box("a", new BoxArgs { Label = "x" });
            _ = new Box("b", new BoxArgs { Label = a.Id, Near = Output.Create<CustomResource>(a) });
        });

        Assert.Equal(PropertyValue.Unknown, engine.Inputs("b").Find("label"));
        Assert.Equal(new ResourceReferenceValue(FakeEngine.UrnOf(engine.Single("a")), PropertyValue.Unknown, ""), engine.Inputs("b").Find("near"));
    }

    [Fact]
    public async Task Register_WithoutResourceReferences_SendsTheId()
    {
        await using var engine = await new FakeEngine { Unsupported = new HashSet<string> { "resourceReferences" } }.StartAsync();
        await engine.RunAsync(() => _ = new Box("b", new BoxArgs { Label = "b", Near = Output.Create<CustomResource>(new Box("a", new BoxArgs { Label = "a" })) }));

        Assert.Equal(PropertyValue.Of("a-id"), engine.Inputs("b").Find("near"));
        Assert.False(engine.Single("b").AcceptResources);
    }

    [Fact]
    public async Task Register_OutputsOfTheAnswer_ReachTheProgramWithTheirBits()
    {
        await using var engine = await new FakeEngine
        {
            OnRegister = request => request.Name != "a" ? null : new RegisterResourceResponse
            {
                Urn = FakeEngine.UrnOf(request),
                Id = "the-id",
                Object = PropertyCodec.ToStruct(PropertyMap.Of(
                    ("label", new SecretValue("s")), ("size", 7.0), ("tags", PropertyMap.Of(("k", PropertyValue.Unknown))), ("rules", PropertyValue.Of([PropertyMap.Of(("name", "r"))])))),
            },
        }.StartAsync();
        Box box = null!;
        await engine.RunAsync(() => box = new Box("a", new BoxArgs { Label = "x" }));

        Assert.Equal("the-id", await OutputUtilities.GetValueAsync(box.Id));
        Assert.True(await Output.IsSecretAsync(box.Label));
        Assert.Equal("s", await OutputUtilities.GetValueAsync(box.Label));
        Assert.Equal(7, await OutputUtilities.GetValueAsync(box.Size));
        Assert.False(await OutputUtilities.GetIsKnownAsync(box.Tags));
        Assert.Equal("r", (await OutputUtilities.GetValueAsync(box.Rules))[0].Name);
        Assert.True(await OutputUtilities.GetIsKnownAsync(box.Color));
        Assert.Equal([box], await OutputUtilities.GetDependenciesAsync(box.Size));
    }

    [Theory]
    [InlineData(true, Result.Success, false)]
    [InlineData(false, Result.Success, true)]
    [InlineData(false, Result.Skip, false)]
    public async Task Register_OutputTheEngineDidNotName_IsKnownOnlyAfterASuccessfulUpdate(bool isDryRun, object result, bool expected)
    {
        await using var engine = await new FakeEngine
        {
            IsDryRun = isDryRun,
            OnRegister = request => new RegisterResourceResponse { Urn = FakeEngine.UrnOf(request), Result = (Result)result },
        }.StartAsync();
        Box box = null!;
        await engine.RunAsync(() => box = new Box("a", new BoxArgs { Label = "x" }));

        Assert.Equal(expected, await OutputUtilities.GetIsKnownAsync(box.Size));
    }

    [Fact]
    public async Task Register_Component_SendsItsOutputsOnce()
    {
        await using var engine = await new FakeEngine().StartAsync();
        await engine.RunAsync(() => _ = new Shelf("s"));

        var shelf = engine.Single("s");
        Assert.False(shelf.Custom);
        Assert.Equal(FakeEngine.UrnOf(shelf), engine.Single("s-box").Parent);
        Assert.Equal(PropertyMap.Of(("title", "s")), engine.Outputs[FakeEngine.UrnOf(shelf)]);
    }

    [Fact]
    public async Task Register_DependsOnAComponent_ExpandsToWhatIsInIt()
    {
        await using var engine = await new FakeEngine().StartAsync();
        await engine.RunAsync(() =>
        {
            var shelf = new Shelf("s");
            _ = new Box("b", new BoxArgs { Label = "b" }, new CustomResourceOptions { DependsOn = { shelf } });
        });

        Assert.Equal([FakeEngine.UrnOf(engine.Single("s-box"))], engine.Single("b").Dependencies);
    }

    [Fact]
    public async Task Register_ChildThatDependsOnItsOwnParent_DoesNotWaitForItself()
    {
        await using var engine = await new FakeEngine().StartAsync();
        var run = engine.RunAsync(() =>
        {
            var shelf = new Shelf("s");
            _ = new Box("late", new BoxArgs { Label = "b" }, new CustomResourceOptions { Parent = shelf, DependsOn = { shelf } });
        });

        Assert.Equal(0, await run.WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.Equal([FakeEngine.UrnOf(engine.Single("s-box"))], engine.Single("late").Dependencies);
    }

    [Fact]
    public async Task Get_WithAnId_ReadsInsteadOfRegistering()
    {
        await using var engine = await new FakeEngine().StartAsync();
        Box box = null!;
        await engine.RunAsync(() => box = Box.Get("a", "found"));

        var read = Assert.Single(engine.Read);
        Assert.Equal(("found", Box.Token, "1.2.3"), (read.Id, read.Type, read.Version));
        Assert.Equal("found", await OutputUtilities.GetValueAsync(box.Id));
        Assert.DoesNotContain(engine.Registered, request => request.Name == "a");
    }

    [Fact]
    public async Task Urn_InOptions_LooksTheResourceUp()
    {
        const string Wanted = "urn:pulumi:dev::proj::demo:storage/box:Box::a";
        await using var engine = await new FakeEngine
        {
            OnInvoke = _ => new ResourceInvokeResponse
            {
                Return = PropertyCodec.ToStruct(PropertyMap.Of(("urn", Wanted), ("id", "i"), ("state", PropertyMap.Of(("label", "kept"))))),
            },
        }.StartAsync();
        Box box = null!;
        await engine.RunAsync(() => box = new Box("a", new BoxArgs(), new CustomResourceOptions { Urn = Wanted }));

        Assert.Equal("pulumi:pulumi:getResource", Assert.Single(engine.Invoked).Tok);
        Assert.Equal("kept", await OutputUtilities.GetValueAsync(box.Label));
        Assert.Equal("i", await OutputUtilities.GetValueAsync(box.Id));
    }

    [Fact]
    public async Task Register_SourcePosition_IsTheLineOfTheConstructorCall()
    {
        await using var engine = await new FakeEngine().StartAsync();
        var line = 0;
        await engine.RunAsync(() =>
        {
            line = Line(); _ = new Box("a", new BoxArgs { Label = "x" });
            _ = new Shelf("s");
        });

        var position = engine.Single("a").SourcePosition;
        Assert.StartsWith("file://", position.Uri, StringComparison.Ordinal);
        Assert.EndsWith("RegistrationTests.cs", position.Uri, StringComparison.Ordinal);
        Assert.Equal(line, position.Line);
        Assert.EndsWith("Fakes/Box.cs", engine.Single("s-box").SourcePosition.Uri, StringComparison.Ordinal);
        Assert.Equal(line + 1, engine.Single("s").SourcePosition.Line);
    }

    private static int Line([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => line;
}
