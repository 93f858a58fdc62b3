using Pulumi.Utilities;
using Pulumirpc;

namespace Pulumi.Tests.Deployment;

/// <summary>Components whose children are made by a provider, maybe in another language.</summary>
public sealed class RemoteComponentTests
{
    [Fact]
    public async Task Register_Remote_SendsProvidersAndTakesOutputsWithTheirSources()
    {
        const string Inner = "urn:pulumi:dev::proj::demo:storage/box:Box::inner";
        await using var engine = await new FakeEngine
        {
            OnRegister = request => !request.Remote ? null : new RegisterResourceResponse
            {
                Urn = FakeEngine.UrnOf(request),
                Object = request.Object,
                PropertyDependencies = { ["label"] = new PropertyDependencies { Urns = { Inner } } },
            },
        }.StartAsync();
        RemoteShelf shelf = null!;
        await engine.RunAsync(() =>
        {
            shelf = new RemoteShelf("r", new ComponentResourceOptions { Providers = { new DemoProvider("p") } });
            _ = new Box("b", new BoxArgs { Label = shelf.Label });
        });

        var request = engine.Single("r");
        Assert.True(request is { Remote: true, Custom: false });
        Assert.EndsWith("::p::p-id", request.Providers["demo"], StringComparison.Ordinal);
        Assert.Equal("x", await OutputUtilities.GetValueAsync(shelf.Label));
        Assert.Equal([FakeEngine.UrnOf(request), Inner], engine.Single("b").PropertyDependencies["label"].Urns);
    }

    private sealed class RemoteShelf(string name, ComponentResourceOptions options)
        : ComponentResource("demo:index:RemoteShelf", name, new BoxArgs { Label = "x" }, options, remote: true)
    {
        [Output("label")]
        public Output<string> Label { get; private set; } = null!;
    }
}
