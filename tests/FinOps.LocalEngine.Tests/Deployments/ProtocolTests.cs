using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Tests.Support;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.LocalEngine.Tests.Deployments;

public sealed class ProtocolTests : IDisposable
{
    private readonly TestStack _stack = new();

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task Urn_OfAGrandchild_CarriesTheChainOfTypesWithoutTheStack()
    {
        string urn = "";
        await _stack.PreviewAsync(async program =>
        {
            var parent = await program.ComponentAsync("my:index:Family", "p");
            urn = (await program.ThingAsync("a::b", options: request => request.Parent = parent.Urn)).Urn;
        });

        Assert.Equal("urn:pulumi:test::demo::my:index:Family$test:index:Thing::a::b", urn);
    }

    [Theory]
    [InlineData("duplicate", "FIN3033")]
    [InlineData("parent", "FIN3034")]
    [InlineData("import", "FIN3035")]
    [InlineData("remote", "FIN3035")]
    [InlineData("package", "FIN3030")]
    [InlineData("provider", "FIN3034")]
    [InlineData("providerConfig", "FIN3031")]
    [InlineData("outputsTwice", "FIN3034")]
    [InlineData("path", "FIN3032")]
    public async Task Register_WhatCannotBe_FailsWithItsId(string mistake, string id)
    {
        var result = await _stack.UpAsync(async program =>
        {
            await program.ThingAsync("a");
            switch (mistake)
            {
                case "duplicate":
                    await program.ThingAsync("a");
                    break;
                case "parent":
                    await program.ThingAsync("b", options: request => request.Parent = _stack.Urn("nobody"));
                    break;
                case "import":
                    await program.ThingAsync("b", options: request => request.ImportId = "x");
                    break;
                case "remote":
                    await program.ThingAsync("b", options: request => request.Remote = true);
                    break;
                case "package":
                    await program.ResourceAsync("random:index/randomId:RandomId", "b");
                    break;
                case "provider":
                    await program.ThingAsync("b", options: request => request.Provider = _stack.Urn("p", "pulumi:providers:test") + "::1");
                    break;
                case "providerConfig":
                    await program.ResourceAsync("pulumi:providers:test", "p", PropertyMap.Of(("region", "nowhere")));
                    break;
                case "outputsTwice":
                    await program.OutputsAsync(program.StackUrn, PropertyMap.Empty);
                    await program.OutputsAsync(program.StackUrn, PropertyMap.Empty);
                    break;
                default:
                    await program.ThingAsync("a2", options: request => request.ReplaceOnChanges.Add("tags["));
                    await program.ThingAsync("b", options: request => request.CustomTimeouts = new CustomTimeouts { Create = "soon" });
                    break;
            }
        });

        Assert.Equal(DeploymentOutcome.Failed, result.Outcome);
        Assert.Equal(id, Assert.Single(result.Diagnostics).Problem!.Id);
        Assert.Contains("a", _stack.Names);
        Assert.DoesNotContain("b", _stack.Names);
    }

    [Fact]
    public async Task Package_WithoutProvider_NamesTheTypeAndWhatThereIs()
    {
        var result = await _stack.PreviewAsync(program => program.ResourceAsync("random:index/randomId:RandomId", "b"));

        Assert.Contains("random:index/randomId:RandomId", result.Failure, StringComparison.Ordinal);
        Assert.Contains("simple, test", result.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Features_UnknownOnes_AreAnsweredFalse()
    {
        var answers = new Dictionary<string, bool>();
        DeploymentInfo? info = null;
        _stack.Write("Pulumi.test.yaml", "config:\n  count: 3\n");
        await _stack.PreviewAsync(async program =>
        {
            foreach (var id in new[] { "secrets", "resourceReferences", "aliasSpecs", "transforms", "resourceHooks", "somethingNew" })
            {
                answers[id] = (await program.Monitor.CallAsync(RpcMethods.ResourceMonitor.SupportsFeature, new SupportsFeatureRequest { Id = id })).HasSupport;
            }

            info = await program.Monitor.CallAsync(RpcMethods.ResourceMonitor.GetDeploymentInfo, new Empty());
        });

        Assert.Equal(["aliasSpecs", "resourceReferences", "secrets"], answers.Where(answer => answer.Value).Select(answer => answer.Key).Order());
        Assert.Equal(("demo", "test", "organization", true), (info!.Project, info.Stack, info.Organization, info.DryRun));
        Assert.Equal("3", info.Config["demo:count"]);
    }

    [Fact]
    public async Task Invoke_Works_AndItsFailureIsTheProgramsToHandle()
    {
        PropertyMap? echoed = null;
        RpcException? failed = null;
        var result = await _stack.PreviewAsync(async program =>
        {
            echoed = await program.InvokeAsync("test:index:echo", PropertyMap.Of(("a", 1), ("s", new SecretValue("x"))));
            failed = await Assert.ThrowsAsync<RpcException>(() => program.InvokeAsync("test:index:nothing", PropertyMap.Empty));
        });

        Assert.Equal(DeploymentOutcome.Succeeded, result.Outcome);
        Assert.Equal(new NumberValue(1), echoed!["a"]);
        Assert.IsType<SecretValue>(echoed["s"]);
        Assert.Contains("no function", failed!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_GetResource_ReturnsTheState()
    {
        PropertyMap? found = null;
        await _stack.UpAsync(async program =>
        {
            var a = await program.ThingAsync("a");
            found = await program.InvokeAsync("pulumi:pulumi:getResource", PropertyMap.Of(("urn", a.Urn)));
        });

        Assert.Equal("a-1", found!.Text("id"));
        Assert.Equal("arn:a-1", ((ObjectValue)found!["state"]).Map.Text("arn"));
    }

    [Fact]
    public async Task Read_ExistingResource_IsTakenInAndNeverDeleted()
    {
        _stack.World.Existing["made-by-hand"] = ("", PropertyMap.Of(("color", "red")));
        ReadResourceResponse? read = null;
        var result = await _stack.UpAsync(async program => read = await program.Monitor.CallAsync(
            RpcMethods.ResourceMonitor.ReadResource, new ReadResourceRequest { Id = "made-by-hand", Type = TestProgram.Thing, Name = "r", Parent = program.StackUrn }));
        await _stack.RunAsync(DeploymentOperation.Destroy);

        Assert.Equal("arn:made-by-hand", PropertyCodec.FromStruct(read!.Properties).Text("arn"));
        Assert.Equal(1, result.ChangeSummary[StepOperation.Read]);
        Assert.True(_stack.World.Existing.ContainsKey("made-by-hand"));
    }

    [Fact]
    public async Task Read_NothingThere_Fails()
    {
        var result = await _stack.PreviewAsync(program => program.Monitor.CallAsync(
            RpcMethods.ResourceMonitor.ReadResource, new ReadResourceRequest { Id = "x", Type = TestProgram.Thing, Name = "r", Parent = program.StackUrn }));

        Assert.Equal("FIN3039", result.Diagnostics.Single().Problem!.Id);
    }

    [Fact]
    public async Task StackReference_OtherStackOfTheStateDirectory_GivesItsOutputs()
    {
        await _stack.UpWithOutputsAsync(_ => Task.FromResult<PropertyMap?>(PropertyMap.Of(("url", "http://x"), ("key", new SecretValue("k")))));
        _stack.Request = request => request with { StackName = "other" };
        ReadResourceResponse? read = null;
        await _stack.PreviewAsync(async program => read = await program.Monitor.CallAsync(RpcMethods.ResourceMonitor.ReadResource, new ReadResourceRequest
        {
            Id = "organization/demo/test",
            Type = "pulumi:pulumi:StackReference",
            Name = "organization/demo/test",
            Parent = program.StackUrn,
            Properties = PropertyCodec.ToStruct(PropertyMap.Of(("name", "organization/demo/test"))),
            AcceptSecrets = true,
        }));

        var outputs = ((ObjectValue)PropertyCodec.FromStruct(read!.Properties)["outputs"]).Map;
        Assert.Equal("http://x", outputs.Text("url"));
        Assert.IsType<SecretValue>(outputs["key"]);
    }

    [Fact]
    public async Task RequirePulumiVersion_OutOfRange_IsRefused()
    {
        RpcException? refused = null;
        await _stack.PreviewAsync(async program =>
        {
            await program.Engine.CallAsync(RpcMethods.Engine.RequirePulumiVersion, new RequirePulumiVersionRequest { PulumiVersionRange = ">=3.100.0 <4.0.0" });
            refused = await Assert.ThrowsAsync<RpcException>(() => program.Engine.CallAsync(
                RpcMethods.Engine.RequirePulumiVersion, new RequirePulumiVersionRequest { PulumiVersionRange = "<3.0.0 || >=4.0.0" }));
        });

        Assert.Equal(StatusCode.FailedPrecondition, refused!.Status);
    }
}
