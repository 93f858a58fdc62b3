using FinOps.Core.Baselines;
using FinOps.Core.Waivers;
using FinOps.Policies.Tests.Testing;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.Policies.Tests.Rules;

/// <summary>A rule that becomes mandatory on a day.</summary>
public sealed class PromotionTests
{
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    private const string Policy = "COST003-log-group-without-retention";

    [Theory]
    [InlineData("2027-02-01", EnforcementLevel.Advisory, "Becomes mandatory on 2027-03-01, in 28 days.")]
    [InlineData("2027-02-28", EnforcementLevel.Advisory, "Becomes mandatory on 2027-03-01, tomorrow.")]
    [InlineData("2027-03-01", EnforcementLevel.Mandatory, "Mandatory since 2027-03-01.")]
    [InlineData("2028-01-01", EnforcementLevel.Mandatory, "Mandatory since 2027-03-01.")]
    public async Task Rule_IsMandatoryFromTheDayOn(string today, EnforcementLevel level, string note)
    {
        foreach (var configured in new[] { EnforcementLevel.Advisory, EnforcementLevel.Mandatory, EnforcementLevel.Remediate })
        {
            await using var pack = await StartAsync(today, configured);

            var finding = Assert.Single(await pack.FindingsAsync("COST003", PackClient.Request(LogGroup, PropertyMap.Empty)));

            Assert.Equal(level, finding.EnforcementLevel);
            Assert.Contains(note, finding.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task DisabledRule_StaysDisabled()
    {
        await using var pack = await StartAsync("2028-01-01", EnforcementLevel.Disabled);

        Assert.Empty(await pack.FindingsAsync("COST003", PackClient.Request(LogGroup, PropertyMap.Empty)));
    }

    [Fact]
    public async Task KnownViolation_AdvisesAfterTheDayToo()
    {
        var entry = new BaselineEntry("COST003", $"urn:pulumi:dev::shop::{LogGroup}::res", "no retention", new DateOnly(2026, 1, 1));
        await using var pack = await StartAsync("2028-01-01", EnforcementLevel.Advisory, new Baseline("b.json", [entry]));

        var finding = Assert.Single(await pack.FindingsAsync("COST003", PackClient.Request(LogGroup, PropertyMap.Empty)));

        Assert.Equal(EnforcementLevel.Advisory, finding.EnforcementLevel);
        Assert.DoesNotContain("Mandatory since", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StackRule_IsPromotedToo()
    {
        await using var pack = await PackClient.StartAsync("2027-03-01");
        await pack.ConfigureAsync(("COST008-elastic-ip-unattached", EnforcementLevel.Advisory, PropertyMap.Of(("promote", "2027-03-01"))));

        var answer = await pack.AnalyzeStackAsync(new("stack", [new("ip", "aws:ec2/eip:Eip", PropertyMap.Empty)]));

        Assert.Equal(EnforcementLevel.Mandatory, Assert.Single(answer.Diagnostics, finding => finding.PolicyName.StartsWith("COST008", StringComparison.Ordinal)).EnforcementLevel);
    }

    [Fact]
    public async Task RuleAboutThePack_IsPromotedToo()
    {
        var waivers = WaiverList.Parse("version: 1\nwaivers: [{ rule: COST003, stack: shop/dev, owner: o, reason: r, ticket: t, since: 2027-01-01, expires: 2027-02-01 }]", "waivers.yaml");
        await using var pack = await PackClient.StartAsync("2027-03-01", waivers);
        await pack.ConfigureStackAsync();
        await pack.ConfigureAsync(("WVR001-waiver-out-of-order", EnforcementLevel.Advisory, PropertyMap.Of(("promote", "2027-03-01"))));

        Assert.Equal(EnforcementLevel.Mandatory, Assert.Single((await pack.AnalyzeStackAsync(new("stack", []))).Diagnostics).EnforcementLevel);
    }

    private static async Task<PackClient> StartAsync(string today, EnforcementLevel level, Baseline? baseline = null)
    {
        var pack = await PackClient.StartAsync(today, baseline: baseline);
        await pack.ConfigureStackAsync();
        await pack.ConfigureAsync((Policy, level, PropertyMap.Of(("promote", "2027-03-01"))));
        return pack;
    }
}
