using Pulumi.Rpc.Values;

namespace Pulumi.Tests.Deployment;

public sealed class OptionTests
{
    [Fact]
    public async Task Options_OnTheWire_AreWhatWasSet()
    {
        await using var engine = await new FakeEngine().StartAsync();
        await engine.RunAsync(() =>
        {
            var anchor = new Box("anchor", new BoxArgs { Label = "x" });
            _ = new Box("a", new BoxArgs { Label = "x" }, new CustomResourceOptions
            {
                Protect = false,
                RetainOnDelete = true,
                DeleteBeforeReplace = false,
                IgnoreChanges = { "tags[\"k\"]" },
                ReplaceOnChanges = { "label" },
                HideDiffs = { "size" },
                AdditionalSecretOutputs = { "label" },
                ImportId = "old",
                CustomTimeouts = new CustomTimeouts { Delete = TimeSpan.FromSeconds(1) },
                DeletedWith = anchor,
                ReplaceWith = { anchor },
                ReplacementTrigger = "v2",
                PluginDownloadURL = "https://plugins",
            });
        });

        var a = engine.Single("a");
        var urn = FakeEngine.UrnOf(engine.Single("anchor"));
        Assert.True(a.HasProtect && !a.Protect && a.RetainOnDelete && a.DeleteBeforeReplaceDefined && !a.DeleteBeforeReplace);
        Assert.Equal(["tags[\"k\"]"], a.IgnoreChanges);
        Assert.Equal(["label"], a.ReplaceOnChanges);
        Assert.Equal(["size"], a.HideDiffs);
        Assert.Equal(["label"], a.AdditionalSecretOutputs);
        Assert.Equal(("old", "1000000000ns", "", urn, "v2", "https://plugins"), (a.ImportId, a.CustomTimeouts.Delete, a.CustomTimeouts.Create, a.DeletedWith, a.ReplacementTrigger.StringValue, a.PluginDownloadURL));
        Assert.Equal([urn], a.ReplaceWith);
    }

    [Fact]
    public async Task DeletedWith_OnAnEngineWithoutIt_FailsClearly()
    {
        await using var engine = await new FakeEngine { Unsupported = new HashSet<string> { "deletedWith" } }.StartAsync();
        var exit = await engine.RunAsync(() =>
        {
            var anchor = new Box("anchor", new BoxArgs { Label = "x" });
            _ = new Box("a", new BoxArgs { Label = "x" }, new CustomResourceOptions { DeletedWith = anchor });
        });

        Assert.Equal(32, exit);
        Assert.Contains(engine.Logs, log => log.Message.Contains("does not support the DeletedWith option", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Provider_OfAComponent_ReachesChildrenOfItsPackage()
    {
        await using var engine = await new FakeEngine().StartAsync();
        await engine.RunAsync(() =>
        {
            var provider = new DemoProvider("p", new DemoProviderArgs { Retries = 3, Profile = "dev", Regions = { "a", "b" } });
            _ = new Shelf("s", new ComponentResourceOptions { Provider = provider, Protect = true });
        });

        Assert.Equal(PropertyMap.Of(("retries", "3"), ("profile", "dev"), ("regions", """["a","b"]""")), engine.Inputs("p"));
        var reference = $"{FakeEngine.UrnOf(engine.Single("p"))}::p-id";
        Assert.Equal(reference, engine.Single("s-box").Provider);
        Assert.Equal("", engine.Single("s").Provider);
        Assert.True(engine.Single("s-box").Protect);
    }

    [Fact]
    public async Task Provider_InPreview_HasTheSentinelAsId()
    {
        await using var engine = await new FakeEngine { IsDryRun = true }.StartAsync();
        await engine.RunAsync(() => _ = new Box("a", new BoxArgs { Label = "x" }, new CustomResourceOptions { Provider = new DemoProvider("p") }));

        Assert.EndsWith($"::p::{PropertyCodec.UnknownText}", engine.Single("a").Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Aliases_AsSpecsAndAsUrns_SayTheSame()
    {
        foreach (var unsupported in new[] { "nothing", "aliasSpecs" })
        {
            await using var engine = await new FakeEngine { Unsupported = new HashSet<string> { unsupported } }.StartAsync();
            await engine.RunAsync(() => _ = new Box("a", new BoxArgs { Label = "x" }, new CustomResourceOptions
            {
                Aliases = { new Alias { Name = "old" }, new Alias { Urn = "urn:pulumi:dev::proj::t::n" }, new Alias { NoParent = true, Type = "demo:old:Box" } },
            }));

            var a = engine.Single("a");
            if (unsupported == "nothing")
            {
                Assert.Equal("old", a.Aliases[0].Spec.Name);
                Assert.Equal(Pulumirpc.Alias.Types.Spec.ParentOneofCase.None, a.Aliases[0].Spec.ParentCase);
                Assert.Equal("urn:pulumi:dev::proj::t::n", a.Aliases[1].Urn);
                Assert.True(a.Aliases[2].Spec.NoParent);
            }
            else
            {
                Assert.Equal(["urn:pulumi:dev::proj::demo:storage/box:Box::old", "urn:pulumi:dev::proj::t::n", "urn:pulumi:dev::proj::demo:old:Box::a"], a.AliasURNs);
            }
        }
    }

    [Fact]
    public async Task Transformations_RunOwnFirstThenParents()
    {
        await using var engine = await new FakeEngine().StartAsync();
        await engine.RunAsync(() =>
        {
            _ = new Shelf("s", new ComponentResourceOptions { ResourceTransformations = { args => args.Args is BoxArgs ? Append(args, "parent") : null } });
        });

        Assert.Equal("s+parent", engine.Inputs("s-box").Text("label"));

        static ResourceTransformationResult? Append(ResourceTransformationArgs args, string text)
        {
            var box = (BoxArgs)args.Args;
            return new ResourceTransformationResult(new BoxArgs { Label = Output.Format($"{box.Label}+{text}") }, args.Options);
        }
    }
}
