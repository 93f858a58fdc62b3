using Pulumi.Policy.Tests.Testing;
using Pulumi.Rpc.Values;
using InitialConfig = Pulumi.Policy.Configuration.PolicyConfig;
using Level = Pulumirpc.EnforcementLevel;

namespace Pulumi.Policy.Tests.Wire;

/// <summary>Levels: where they come from and what they do. D1, D2, D12 of the known defects of other SDKs.</summary>
public sealed class LevelTests
{
    [Fact]
    public async Task D1_PackLevel_HoldsForPoliciesWithoutTheirOwn()
    {
        await using var server = await PackServer.StartAsync(_ => PackServer.Pack(Policies.Reporting("plain"), Policies.Reporting("soft", EnforcementLevel.Advisory)) with
        {
            EnforcementLevel = EnforcementLevel.Mandatory,
        });

        Assert.Equal([Level.Mandatory, Level.Advisory], (await server.InfoAsync()).Policies.Select(policy => policy.EnforcementLevel));
        Assert.Equal([Level.Mandatory, Level.Advisory], (await server.AnalyzeAsync(PackServer.Resource())).Diagnostics.Select(diagnostic => diagnostic.EnforcementLevel));

        await server.ConfigureAsync(("plain", Level.Advisory, PropertyMap.Empty), ("soft", Level.Mandatory, PropertyMap.Empty));

        Assert.Equal([Level.Advisory, Level.Mandatory], (await server.AnalyzeAsync(PackServer.Resource())).Diagnostics.Select(diagnostic => diagnostic.EnforcementLevel));
    }

    [Fact]
    public async Task D1_NoLevelAnywhere_IsAdvisory()
    {
        await using var server = await PackServer.StartAsync(Policies.Reporting("plain"));

        Assert.Equal(Level.Advisory, Assert.Single((await server.AnalyzeAsync(PackServer.Resource())).Diagnostics).EnforcementLevel);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(Level.Remediate, 1)]
    [InlineData(Level.Advisory, 0)]
    [InlineData(Level.Mandatory, 0)]
    [InlineData(Level.Disabled, 0)]
    public async Task D2_Remediation_RunsOnlyAtLevelRemediate(Level? configured, int remediations)
    {
        await using var server = await PackServer.StartAsync(Policies.Flipping("flip"));
        if (configured is { } level)
        {
            await server.ConfigureAsync(("flip", level, PropertyMap.Empty));
        }

        Assert.Equal(remediations, (await server.RemediateAsync(PackServer.Resource("res", "t", ("value", true)))).Remediations.Count);
    }

    [Fact]
    public async Task D12_InitialConfigWithoutLevel_KeepsThePolicyMandatory()
    {
        await using var server = await PackServer.StartAsync(_ => PackServer.Pack(Policies.Reporting("hard", EnforcementLevel.Mandatory)) with
        {
            InitialConfig = System.Collections.Immutable.ImmutableDictionary<string, InitialConfig>.Empty
                .Add("hard", new InitialConfig(null, PropertyMap.Of(("days", 3)))),
        });

        var initial = (await server.InfoAsync()).InitialConfig["hard"];

        Assert.Equal((Level.Mandatory, 3d), (initial.EnforcementLevel, initial.Properties.Fields["days"].NumberValue));
        await server.ConfigureAsync(new Pulumirpc.ConfigureAnalyzerRequest { PolicyConfig = { ["hard"] = initial } });
        Assert.Equal(Level.Mandatory, Assert.Single((await server.AnalyzeAsync(PackServer.Resource())).Diagnostics).EnforcementLevel);
    }

    [Fact]
    public async Task Analyze_LevelRemediate_IsReportedAsMandatory()
    {
        await using var server = await PackServer.StartAsync(Policies.Reporting("fix", EnforcementLevel.Remediate));

        Assert.Equal(Level.Mandatory, Assert.Single((await server.AnalyzeAsync(PackServer.Resource())).Diagnostics).EnforcementLevel);
    }

    [Fact]
    public async Task Analyze_Disabled_DoesNotCallThePolicy()
    {
        await using var server = await PackServer.StartAsync(new ResourceValidationPolicy
        {
            Name = "off", Description = "d", EnforcementLevel = EnforcementLevel.Disabled, ValidateResource = _ => throw new InvalidOperationException("called"),
        });

        var answer = await server.AnalyzeAsync(PackServer.Resource());

        Assert.Empty(answer.Diagnostics);
        Assert.Empty(answer.NotApplicable);
    }
}
