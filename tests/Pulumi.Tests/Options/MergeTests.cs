using Pulumi.Utilities;

namespace Pulumi.Tests.Options;

public sealed class MergeTests
{
    [Fact]
    public void Merge_ScalarsOfSecondWin_ListsConcatenate()
    {
        var merged = CustomResourceOptions.Merge(
            new CustomResourceOptions { Version = "1.0.0", Protect = true, IgnoreChanges = { "a" }, DeleteBeforeReplace = true },
            new CustomResourceOptions { Version = "2.0.0", IgnoreChanges = { "b" }, AdditionalSecretOutputs = { "pw" } });

        Assert.Equal("2.0.0", merged.Version);
        Assert.True(merged.Protect);
        Assert.True(merged.DeleteBeforeReplace);
        Assert.Equal(["a", "b"], merged.IgnoreChanges);
        Assert.Equal(["pw"], merged.AdditionalSecretOutputs);
    }

    [Fact]
    public void Merge_LeavesItsSourcesAlone()
    {
        var first = new CustomResourceOptions { IgnoreChanges = { "a" } };
        CustomResourceOptions.Merge(first, null).IgnoreChanges.Add("b");

        Assert.Equal(["a"], first.IgnoreChanges);
    }

    [Fact]
    public async Task Merge_OfComponentProviders_LaterWinsPerPackage()
    {
        await using var engine = await new FakeEngine().StartAsync();
        DemoProvider? first = null, second = null;
        ComponentResourceOptions? merged = null;
        await engine.RunAsync(() =>
        {
            first = new DemoProvider("first");
            second = new DemoProvider("second");
            merged = ComponentResourceOptions.Merge(new ComponentResourceOptions { Provider = first }, new ComponentResourceOptions { Providers = { second } });
        });

        Assert.Equal([second!], merged!.Providers);
        Assert.Null(merged.Provider);
    }

    [Fact]
    public async Task Merge_OfDependsOn_HasBoth()
    {
        await using var engine = await new FakeEngine().StartAsync();
        var names = new List<string>();
        await engine.RunAsync(async () =>
        {
            var a = new Box("a", new BoxArgs { Label = "a" });
            var b = new Box("b", new BoxArgs { Label = "b" });
            var merged = CustomResourceOptions.Merge(new CustomResourceOptions { DependsOn = { a } }, new CustomResourceOptions { DependsOn = { b } });
            names.AddRange((await OutputUtilities.GetValueAsync(merged.DependsOn.ToOutput())).Select(resource => resource.GetResourceName()));
        });

        Assert.Equal(["a", "b"], names);
    }

    [Fact]
    public void CustomTimeouts_OnTheWire_AreGoDurations() =>
        Assert.Equal("300000000000ns", new CustomTimeouts { Create = TimeSpan.FromMinutes(5) }.ToWire().Create);
}
