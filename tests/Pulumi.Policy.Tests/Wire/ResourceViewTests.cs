using Pulumi.Policy.Tests.Testing;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace Pulumi.Policy.Tests.Wire;

/// <summary>What a policy sees of a resource.</summary>
public sealed class ResourceViewTests
{
    [Fact]
    public async Task Analyze_OptionsAndProvider_ArriveAsTheProgramSetThem()
    {
        PolicyResource? seen = null;
        await using var server = await PackServer.StartAsync(new ResourceValidationPolicy { Name = "p", Description = "d", ValidateResource = args => seen = args.Resource });
        var request = PackServer.Resource();
        request.Options = new AnalyzerResourceOptions
        {
            Protect = true, IgnoreChanges = { "a" }, DeleteBeforeReplaceDefined = true, DeleteBeforeReplace = false, AdditionalSecretOutputs = { "s" },
            Aliases = { "urn:old" }, CustomTimeouts = new() { Create = 300, Delete = 1.5 }, Parent = "urn:parent",
        };
        request.Provider = new AnalyzerProviderResource { Type = "pulumi:providers:aws", Name = "prov", Urn = "urn:prov", Properties = PropertyCodec.ToBytes(PropertyMap.Of(("region", "eu-west-1"))) };

        await server.AnalyzeAsync(request);

        var options = seen!.Options;
        Assert.True(options.Protect);
        Assert.Equal(["a"], options.IgnoreChanges.ToArray());
        Assert.False(options.DeleteBeforeReplace);
        Assert.Equal(["s"], options.AdditionalSecretOutputs.ToArray());
        Assert.Equal(["urn:old"], options.Aliases.ToArray());
        Assert.Equal(new PolicyTimeouts(TimeSpan.FromMinutes(5), null, TimeSpan.FromSeconds(1.5), null), options.Timeouts);
        Assert.Equal("urn:parent", options.Parent);
        Assert.Equal(("pulumi:providers:aws", "prov", "urn:prov", "eu-west-1"), (seen.Provider!.Type, seen.Provider.Name, seen.Provider.Urn, seen.Provider.Properties["region"].AsString()));
    }

    [Fact]
    public async Task Analyze_NoOptions_MeansNoneWereSet()
    {
        PolicyResource? seen = null;
        await using var server = await PackServer.StartAsync(new ResourceValidationPolicy { Name = "p", Description = "d", ValidateResource = args => seen = args.Resource });
        var request = PackServer.Resource();
        request.Options = null;

        await server.AnalyzeAsync(request);

        Assert.Null(seen!.Options.DeleteBeforeReplace);
        Assert.Null(seen.Provider);
    }

    [Fact]
    public async Task Analyze_Values_AreReadInClear()
    {
        var read = new List<object?>();
        await using var server = await PackServer.StartAsync(new ResourceValidationPolicy
        {
            Name = "p", Description = "d",
            ValidateResource = args =>
            {
                var properties = args.Resource.Properties;
                read.AddRange([properties["secret"].AsString(), properties["secret"].IsSecret, properties["secret"].ToString(), properties["no"]["such"]["place"].Exists,
                    properties["list"].Count, properties["list"][1].AsNumber(), properties["list"][7].Exists, properties["null"].AsBool(), string.Join(",", properties["map"].Keys)]);
            },
        });

        await server.AnalyzeAsync(PackServer.Resource("r", "t", ("secret", new SecretValue("s")), ("list", PropertyValue.Of([1, 2])), ("null", PropertyValue.Null),
            ("map", new SecretValue(PropertyMap.Of(("b", 1), ("a", 1))))));

        Assert.Equal(["s", true, "[secret]", false, 2, 2d, false, null, "a,b"], read);
    }

    [Fact]
    public async Task AnalyzeStack_Graph_IsResolved()
    {
        var lines = new List<string>();
        await using var server = await PackServer.StartAsync(Policies.Stack("s", args =>
        {
            var child = args.Resources.Single(resource => resource.Name == "child");
            lines.Add($"{child.Parent?.Name} <- {string.Join(",", child.Dependencies.Select(each => each.Name))} <- {string.Join(",", child.PropertyDependencies["value"].Select(each => each.Name))}");
            args.Report("about the child", child);
            args.Report("about the stack");
        }));
        var (parent, other, child) = (PackServer.StackResource("parent"), PackServer.StackResource("other"), PackServer.StackResource("child"));
        child.Parent = parent.Urn;
        child.Dependencies.Add([other.Urn, "urn:of:a:stranger"]);
        child.PropertyDependencies.Add("value", new AnalyzerPropertyDependencies { Urns = { parent.Urn, other.Urn } });

        var answer = await server.AnalyzeStackAsync(parent, other, child);

        Assert.Equal(["parent <- other <- parent,other"], lines);
        Assert.Equal([child.Urn, ""], answer.Diagnostics.Select(diagnostic => diagnostic.Urn));
        Assert.Equal("About s\nabout the child", answer.Diagnostics[0].Message);
    }

    [Fact]
    public async Task Analyze_EmptyMessage_IsTheDescriptionAlone()
    {
        await using var server = await PackServer.StartAsync(new ResourceValidationPolicy { Name = "p", Description = "About p", ValidateResource = args => args.Report("") });

        Assert.Equal("About p", Assert.Single((await server.AnalyzeAsync(PackServer.Resource())).Diagnostics).Message);
    }

    [Fact]
    public async Task Analyze_UnrecognizedSignature_IsAnError()
    {
        await using var server = await PackServer.StartAsync(Policies.Reporting("p"));
        var request = PackServer.Resource("r", "t", ("x", PropertyMap.Of(("4dabf18193072939515e22adb298388d", "nonsense"))));

        await Assert.ThrowsAsync<Rpc.RpcException>(() => server.AnalyzeAsync(request));
    }

    [Fact]
    public async Task Analyze_AsyncPolicy_IsAwaited()
    {
        await using var server = await PackServer.StartAsync(new ResourceValidationPolicy
        {
            Name = "p", Description = "d", ValidateResource = args => args.Report("first"),
            ValidateResourceAsync = async (args, cancellationToken) =>
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                args.Report("second");
            },
        });

        Assert.Equal(["d\nfirst", "d\nsecond"], (await server.AnalyzeAsync(PackServer.Resource())).Diagnostics.Select(diagnostic => diagnostic.Message));
    }

    [Fact]
    public async Task Analyze_ManyAtOnce_KeepTheirResourcesApart()
    {
        await using var server = await PackServer.StartAsync(new ResourceValidationPolicy { Name = "p", Description = "d", ValidateResource = args => args.Report(args.Resource.Name) });

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async i => (i, Answer: await server.AnalyzeAsync(PackServer.Resource($"r{i}")))));

        Assert.All(answers, pair => Assert.Equal($"d\nr{pair.i}", Assert.Single(pair.Answer.Diagnostics).Message));
    }
}
