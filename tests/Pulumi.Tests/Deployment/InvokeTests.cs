using System.Collections.Immutable;
using Pulumi.Rpc.Values;
using Pulumi.Utilities;
using Pulumirpc;

namespace Pulumi.Tests.Deployment;

public sealed class InvokeTests
{
    private const string Token = "demo:storage/getBox:getBox";

    [Fact]
    public async Task Invoke_WithKnownArgs_ReturnsTheAnswerWithTheirDependencies()
    {
        await using var engine = await AnsweringAsync(PropertyMap.Of(("name", "n"), ("limit", 2.0)));
        Box box = null!;
        Output<BoxRule> answer = null!;
        await engine.RunAsync(() =>
        {
            box = new Box("a", new BoxArgs { Label = "x" });
            answer = Pulumi.Deployment.Instance.Invoke<BoxRule>(Token, new GetBoxArgs { Name = box.Label }, new InvokeOptions { Version = "1.2.3" });
        });

        Assert.Equal("n", (await OutputUtilities.GetValueAsync(answer)).Name);
        Assert.Equal([box], await OutputUtilities.GetDependenciesAsync(answer));
        var request = Assert.Single(engine.Invoked);
        Assert.Equal((Token, "1.2.3", "x"), (request.Tok, request.Version, request.Args.Fields["name"].StringValue));
    }

    [Fact]
    public async Task Invoke_WithUnknownArgs_IsUnknownWithoutACall()
    {
        await using var engine = await new FakeEngine { IsDryRun = true }.StartAsync();
        Output<BoxRule> answer = null!;
        await engine.RunAsync(() => answer = Pulumi.Deployment.Instance.Invoke<BoxRule>(Token, new GetBoxArgs { Name = new Box("a", new BoxArgs { Label = "x" }).Id }));

        Assert.False(await OutputUtilities.GetIsKnownAsync(answer));
        Assert.Empty(engine.Invoked);
    }

    [Fact]
    public async Task Invoke_DependsOnAResourceThatIsNotThereYet_IsUnknownWithoutACall()
    {
        await using var engine = await new FakeEngine { IsDryRun = true }.StartAsync();
        Output<BoxRule> answer = null!;
        await engine.RunAsync(() => answer = Pulumi.Deployment.Instance.Invoke<BoxRule>(Token, new GetBoxArgs { Name = "x" }, new InvokeOutputOptions { DependsOn = { new Shelf("s") } }));

        Assert.False(await OutputUtilities.GetIsKnownAsync(answer));
        Assert.Empty(engine.Invoked);
    }

    [Fact]
    public async Task Invoke_WithSecretArgs_DoesNotMakeTheAnswerSecret()
    {
        await using var engine = await AnsweringAsync(PropertyMap.Of(("name", "n")));
        Output<ImmutableDictionary<string, object>> answer = null!;
        await engine.RunAsync(() => answer = Pulumi.Deployment.Instance.Invoke<ImmutableDictionary<string, object>>(Token, new GetBoxArgs { Name = Output.CreateSecret("x") }));

        Assert.False(await Output.IsSecretAsync(answer));
        Assert.Equal(new SecretValue("x"), PropertyCodec.FromStruct(Assert.Single(engine.Invoked).Args).Find("name"));
    }

    [Fact]
    public async Task InvokeAsync_AnswerWithSecret_GivesTheValue()
    {
        await using var engine = await AnsweringAsync(PropertyMap.Of(("name", new SecretValue("n"))));
        BoxRule? answer = null;
        await engine.RunAsync(async () => answer = await Pulumi.Deployment.Instance.InvokeAsync<BoxRule>(Token, InvokeArgs.Empty));

        Assert.Equal("n", answer!.Name);
    }

    [Fact]
    public async Task InvokeSingle_TakesTheOnlyMember()
    {
        await using var engine = await AnsweringAsync(PropertyMap.Of(("result", 5.0)));
        var answer = 0;
        await engine.RunAsync(async () => answer = await Pulumi.Deployment.Instance.InvokeSingleAsync<int>(Token, InvokeArgs.Empty));

        Assert.Equal(5, answer);
    }

    [Fact]
    public async Task Invoke_WithFailures_NamesThemAll()
    {
        await using var engine = await new FakeEngine
        {
            OnInvoke = _ => new ResourceInvokeResponse { Failures = { new CheckFailure { Property = "name", Reason = "too long" }, new CheckFailure { Reason = "denied" } } },
        }.StartAsync();
        var exit = await engine.RunAsync(() => _ = Pulumi.Deployment.Instance.Invoke<BoxRule>(Token, new GetBoxArgs { Name = "x" }));

        Assert.Equal(32, exit);
        Assert.Equal($"Invoke of '{Token}' failed: too long (name); denied", Assert.Single(engine.Logs).Message);
    }

    [Fact]
    public async Task Invoke_BelowAComponentWithAProvider_UsesIt()
    {
        await using var engine = await AnsweringAsync(PropertyMap.Empty);
        await engine.RunAsync(() =>
        {
            var shelf = new Shelf("s", new ComponentResourceOptions { Providers = { new DemoProvider("p") } });
            _ = Pulumi.Deployment.Instance.Invoke<ImmutableDictionary<string, object>>(Token, InvokeArgs.Empty, new InvokeOptions { Parent = shelf });
        });

        Assert.Equal($"{FakeEngine.UrnOf(engine.Single("p"))}::p-id", Assert.Single(engine.Invoked).Provider);
    }

    private static Task<FakeEngine> AnsweringAsync(PropertyMap answer) =>
        new FakeEngine { OnInvoke = _ => new ResourceInvokeResponse { Return = PropertyCodec.ToStruct(answer) } }.StartAsync();

    private sealed class GetBoxArgs : InvokeArgs
    {
        [Input("name", required: true)]
        public Input<string> Name { get; set; } = null!;
    }
}
