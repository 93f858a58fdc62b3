using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Pulumi.Tests.Testing;

public sealed class MocksTests
{
    [Fact]
    public async Task TestAsync_OfAStack_GivesEveryResource()
    {
        var resources = await Pulumi.Deployment.TestAsync<WarehouseStack>(new EchoMocks());

        Assert.Equal(["WarehouseStack", "Shelf", "Box"], resources.Select(resource => resource.GetType().Name));
        Assert.Equal("shelf", await OutputUtilities.GetValueAsync(((WarehouseStack)resources[0]).Title));
        Assert.Equal(
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$demo:index:Shelf::shelf",
            await OutputUtilities.GetValueAsync(resources[1].Urn));
    }

    [Fact]
    public async Task Mocks_SeePlainKnownInputs()
    {
        var mocks = new EchoMocks();
        await Pulumi.Deployment.TestAsync(mocks, new TestOptions(), () =>
        {
            _ = new Box("a", new BoxArgs
            {
                Label = Output.CreateSecret("s"),
                Size = 3,
                Color = OutputUtilities.CreateUnknown(BoxColor.Red),
                Tags = { { "k", "v" } },
                Rules = { new BoxRuleArgs { Name = "r" } },
            });
        });

        var args = Assert.Single(mocks.Seen);
        Assert.Equal((Box.Token, "a"), (args.Type, args.Name));
        Assert.Equal(["label", "rules", "size", "tags"], args.Inputs.Keys.Order());
        Assert.Equal(("s", 3.0), ((string)args.Inputs["label"], (double)args.Inputs["size"]));
        Assert.Equal("v", ((ImmutableDictionary<string, object?>)args.Inputs["tags"])["k"]);
        Assert.Equal("r", ((ImmutableDictionary<string, object?>)((ImmutableArray<object?>)args.Inputs["rules"])[0]!)["name"]);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task OutputsTheMockDidNotGive_AreKnownOnlyInUpdates(bool? isPreview, bool expected)
    {
        var (resources, _) = await Pulumi.Deployment.TestAsync(
            new EchoMocks(), new TestOptions { IsPreview = isPreview }, () => new Dictionary<string, object?> { ["x"] = new Box("a", new BoxArgs { Label = "l" }) });

        Assert.Equal(expected, await OutputUtilities.GetIsKnownAsync(((Box)Assert.Single(resources)).Size));
    }

    [Fact]
    public async Task TestAsync_OfAFunction_GivesItsOutputsAndLeavesTheStackOut()
    {
        var (resources, outputs) = await Pulumi.Deployment.TestAsync(
            new EchoMocks(), new TestOptions { StackName = "prod", ProjectName = "shop" }, () => new Dictionary<string, object?> { ["stack"] = Pulumi.Deployment.Instance.StackName, ["label"] = new Box("a", new BoxArgs { Label = "l" }).Label });

        Assert.Equal("prod", outputs["stack"]);
        Assert.Equal("l", await OutputUtilities.GetValueAsync((Output<string>)outputs["label"]!));
        Assert.StartsWith("urn:pulumi:prod::shop::", await OutputUtilities.GetValueAsync(Assert.Single(resources).Urn), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_OfAMock_AnswersInvokes()
    {
        var (_, outputs) = await Pulumi.Deployment.TestAsync(new EchoMocks(), new TestOptions(), () => new Dictionary<string, object?>
        {
            ["r"] = Pulumi.Deployment.Instance.Invoke<BoxRule>("demo:index:getRule", new DictionaryInvokeArgs(ImmutableDictionary<string, object?>.Empty.Add("name", "n"))),
        });

        Assert.Equal("n!", (await OutputUtilities.GetValueAsync((Output<BoxRule>)outputs["r"]!)).Name);
    }

    [Fact]
    public async Task NullId_IsUnknown_UnlessImported()
    {
        var (resources, _) = await Pulumi.Deployment.TestAsync(new EmptyMocks(), new TestOptions(), () =>
        {
            _ = new Box("a", new BoxArgs { Label = "l" });
            _ = new Box("b", new BoxArgs { Label = "l" }, new CustomResourceOptions { ImportId = "i" });
            return new Dictionary<string, object?>();
        });

        var byName = resources.ToDictionary(resource => resource.GetResourceName(), resource => (Box)resource);
        Assert.False(await OutputUtilities.GetIsKnownAsync(byName["a"].Id));
        Assert.Equal("i", await OutputUtilities.GetValueAsync(byName["b"].Id));
    }

    [Fact]
    public async Task RegisterResourceOutputs_OfComponents_ReachTheMock()
    {
        var mocks = new EchoMocks();
        await Pulumi.Deployment.TestAsync<WarehouseStack>(mocks);

        Assert.Equal(2, mocks.Outputs.Count);
        Assert.All(mocks.Outputs.Values, outputs => Assert.Equal("title", Assert.Single(outputs).Key));
    }

    [Fact]
    public async Task Failures_OneOrSeveral_AreThrown()
    {
        var one = await Assert.ThrowsAsync<RunException>(() => Pulumi.Deployment.TestAsync(new EchoMocks(), new TestOptions(), () => Log.Error("first")));
        Assert.Equal("first", one.Message);

        var several = await Assert.ThrowsAsync<AggregateException>(() => Pulumi.Deployment.TestAsync(new EchoMocks(), new TestOptions(), () =>
        {
            Log.Error("first");
            Log.Error("second");
        }));
        Assert.Equal(["first", "second"], several.InnerExceptions.Select(inner => inner.Message));
    }

    [Fact]
    public async Task MockThatThrows_FailsTheTestWithItsMessage()
    {
        var e = await Assert.ThrowsAsync<RunException>(() => Pulumi.Deployment.TestAsync<WarehouseStack>(new ThrowingMocks()));

        Assert.Contains("quota exceeded", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StackReference_IsARead_WithSecretsKept()
    {
        var (_, outputs) = await Pulumi.Deployment.TestAsync(new StackMocks(), new TestOptions { IsPreview = false }, () =>
        {
            var other = new StackReference("org/shop/prod");
            return new Dictionary<string, object?> { ["open"] = other.RequireOutput("open"), ["hidden"] = other.GetOutput("hidden"), ["absent"] = other.GetOutput("absent") };
        });

        Assert.Equal("o", await OutputUtilities.GetValueAsync((Output<object>)outputs["open"]!));
        Assert.True(await Output.IsSecretAsync((Output<object?>)outputs["hidden"]!));
        Assert.False(await Output.IsSecretAsync((Output<object?>)outputs["absent"]!));
        Assert.Null(await OutputUtilities.GetValueAsync((Output<object?>)outputs["absent"]!));
    }

    [Fact]
    public async Task StackReference_MissingRequiredOutput_Fails()
    {
        var e = await Assert.ThrowsAsync<RunException>(() => Pulumi.Deployment.TestAsync(
            new StackMocks(), new TestOptions { IsPreview = false }, () => _ = new StackReference("org/shop/prod").RequireOutput("absent")));

        Assert.Equal("Required output 'absent' does not exist on stack 'org/shop/prod'.", e.Message);
    }

    private sealed class EchoMocks : IMocks
    {
        public ConcurrentQueue<MockResourceArgs> Seen { get; } = [];

        public ConcurrentDictionary<string, ImmutableDictionary<string, Output<object?>>> Outputs { get; } = [];

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            Seen.Enqueue(args);
            return Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs));
        }

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(new Dictionary<string, object> { ["name"] = args.Args["name"] + "!" });

        public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
        {
            Outputs[args.Urn] = args.Outputs;
            return Task.CompletedTask;
        }
    }

    private sealed class ThrowingMocks : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) => throw new InvalidOperationException("quota exceeded");

        public Task<object> CallAsync(MockCallArgs args) => throw new InvalidOperationException("quota exceeded");
    }

    private sealed class StackMocks : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            Assert.Equal(("pulumi:pulumi:StackReference", "org/shop/prod"), (args.Type, args.Id));
            return Task.FromResult<(string?, object)>((args.Id, new Dictionary<string, object>
            {
                ["name"] = args.Inputs["name"],
                ["outputs"] = new Dictionary<string, object> { ["open"] = "o", ["hidden"] = Output.CreateSecret("h") },
                ["secretOutputNames"] = new[] { "hidden" },
            }));
        }

        public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException();
    }
}
