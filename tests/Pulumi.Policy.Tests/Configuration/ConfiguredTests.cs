using Pulumi.Policy.Tests.Testing;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Level = Pulumirpc.EnforcementLevel;

namespace Pulumi.Policy.Tests.Configuration;

/// <summary>A pack that looks at its configuration as a whole, and violations with a level of their own.</summary>
public sealed class ConfiguredTests
{
    [Fact]
    public async Task Configured_Mistakes_AreRefusedWithThoseOfTheEngine()
    {
        await using var server = await PackServer.StartAsync(_ => PackServer.Pack(Policy(null)) with
        {
            RefuseUnknownPolicies = true,
            Configured = config => config.Keys.Order().Select(name => $"seen {name}"),
        });

        var refused = await Assert.ThrowsAsync<RpcException>(() => server.ConfigureAsync(("p", Level.Advisory, PropertyMap.Empty), ("stranger", Level.Advisory, PropertyMap.Empty)));

        Assert.StartsWith("FIN6002", refused.Message, StringComparison.Ordinal);
        Assert.All(["'stranger', which is no policy", "seen p", "seen stranger"], part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Configured_WithoutConfiguration_IsNotCalled()
    {
        await using var server = await PackServer.StartAsync(_ => PackServer.Pack(Policy(null)) with { Configured = _ => ["never"] });

        Assert.Single((await server.AnalyzeAsync(PackServer.Resource())).Diagnostics);
    }

    [Theory]
    [InlineData(EnforcementLevel.Advisory, Level.Remediate, Level.Advisory)]
    [InlineData(EnforcementLevel.Mandatory, Level.Advisory, Level.Mandatory)]
    [InlineData(EnforcementLevel.Remediate, Level.Advisory, Level.Mandatory)]
    [InlineData(null, Level.Remediate, Level.Mandatory)]
    [InlineData(null, Level.Advisory, Level.Advisory)]
    public async Task Report_LevelOfAViolation_OverridesThatOfThePolicy(EnforcementLevel? own, Level configured, Level reported)
    {
        await using var server = await PackServer.StartAsync(_ => PackServer.Pack(Policy(own)));
        await server.ConfigureAsync(("p", configured, PropertyMap.Empty));

        Assert.Equal(reported, Assert.Single((await server.AnalyzeAsync(PackServer.Resource())).Diagnostics).EnforcementLevel);
    }

    private static ResourceValidationPolicy Policy(EnforcementLevel? own) => new() { Name = "p", Description = "d", ValidateResource = args => args.Report("m", level: own) };
}
