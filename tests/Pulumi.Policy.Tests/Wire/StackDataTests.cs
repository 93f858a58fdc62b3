using Pulumi.Policy.Tests.Testing;
using Pulumi.Rpc.Values;
using Level = Pulumirpc.EnforcementLevel;

namespace Pulumi.Policy.Tests.Wire;

/// <summary>D9, D11, D13: what the engine told about the stack reaches every kind of policy, and is replaced as a whole.</summary>
public sealed class StackDataTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task D9_DryRun_ReachesEveryPlace(bool dryRun)
    {
        var seen = new List<bool>();
        await using var server = await StartAsync(seen, stack => stack.IsDryRun);
        await server.ConfigureStackAsync(dryRun);

        await RunAllAsync(server);

        Assert.Equal(Enumerable.Repeat(dryRun, 4), seen);
    }

    [Fact]
    public async Task D11_ConfigAndTags_ReachEveryKindOfPolicy()
    {
        var seen = new List<(string?, string?)>();
        await using var server = await StartAsync(seen, stack => (stack.Config.GetValueOrDefault("project:key"), stack.Tags.GetValueOrDefault("tag")));
        await server.ConfigureStackAsync(config: [("project:key", "k")], tags: [("tag", "t")]);

        await RunAllAsync(server);

        Assert.Equal(Enumerable.Repeat(((string?)"k", (string?)"t"), 4), seen);
    }

    [Fact]
    public async Task D13_SecondConfigureStack_ReplacesTagsConfigAndDryRun()
    {
        var seen = new List<string>();
        await using var server = await StartAsync(seen, stack => $"{stack.IsDryRun} {string.Join(",", stack.Config.Keys)} {string.Join(",", stack.Tags.Keys)}");
        await server.ConfigureStackAsync(true, [("a", "1")], [("b", "1")]);
        await server.ConfigureStackAsync(false, [("c", "1")], [("d", "1")]);
        seen.Clear();

        await server.AnalyzeAsync(PackServer.Resource());

        Assert.Equal(["False c d"], seen);
    }

    [Fact]
    public async Task D13_SecondConfigure_ReplacesTheFirstEntirely()
    {
        await using var server = await PackServer.StartAsync(Policies.Reporting("one"), new ResourceValidationPolicy
        {
            Name = "two", Description = "d", ValidateResource = args => args.Report(args.Config.Text("word") ?? "nothing"),
        });
        await server.ConfigureAsync(("one", Level.Disabled, PropertyMap.Empty), ("two", Level.Mandatory, PropertyMap.Of(("word", "first"))));

        await server.ConfigureAsync(("one", Level.Mandatory, PropertyMap.Empty));

        Assert.Equal([("one", Level.Mandatory, "About one\nwrong"), ("two", Level.Advisory, "d\nnothing")],
            (await server.AnalyzeAsync(PackServer.Resource())).Diagnostics.Select(diagnostic => (diagnostic.PolicyName, diagnostic.EnforcementLevel, diagnostic.Message)));
    }

    [Fact]
    public async Task Cancel_TellsTheHost()
    {
        await using var server = await PackServer.StartAsync(Policies.Reporting("one"));
        await server.HandshakeAsync();

        await server.CancelAsync();

        Assert.True(server.Cancelled);
    }

    private static Task<PackServer> StartAsync<T>(List<T> seen, Func<PolicyStack, T> look) => PackServer.StartAsync(stack =>
    {
        var packSaw = look(stack);
        return PackServer.Pack(
            new ResourceValidationPolicy
            {
                Name = "resource", Description = "d", EnforcementLevel = EnforcementLevel.Remediate,
                ValidateResource = args => seen.Add(look(args.Stack)),
                RemediateResource = args =>
                {
                    seen.Add(look(args.Stack));
                    seen.Add(packSaw);
                    return null;
                },
            },
            Policies.Stack("stack", args => seen.Add(look(args.Stack))));
    });

    private static async Task RunAllAsync(PackServer server)
    {
        await server.AnalyzeAsync(PackServer.Resource());
        await server.RemediateAsync(PackServer.Resource());
        await server.AnalyzeStackAsync(PackServer.StackResource());
    }
}
