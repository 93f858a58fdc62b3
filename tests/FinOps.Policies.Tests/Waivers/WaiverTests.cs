using FinOps.Core.Problems;
using FinOps.Core.Waivers;
using FinOps.Policies.Model;
using FinOps.Policies.Tagging;
using FinOps.Policies.Tests.Testing;
using FinOps.Policies.Waivers;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.Policies.Tests.Waivers;

public sealed class WaiverTests
{
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";

    private static readonly RuleExample Stack = new("stack", [new ExampleResource("worker", LogGroup, PropertyMap.Of(("name", "/app")))]);

    [Fact]
    public async Task WaiverInForce_HidesTheFindingAndShowsIt()
    {
        await using var pack = await StartAsync("2026-02-01", "resource: \"*::res\"");

        Assert.Empty(await pack.FindingsAsync("COST003", PackClient.Request(LogGroup, PropertyMap.Empty)));
        Assert.NotEmpty(await pack.FindingsAsync("TAG001", PackClient.Request(LogGroup, PropertyMap.Empty)));

        var shown = Assert.Single(Upkeep(await pack.AnalyzeStackAsync(Stack)));
        Assert.Contains("1 finding is waived:\n  COST003 urn:pulumi:dev::shop::aws:cloudwatch/logGroup:LogGroup::res: old app (payments@example.com, FIN-1, until 2026-03-01)", shown.Message, StringComparison.Ordinal);
        Assert.Equal(EnforcementLevel.Advisory, shown.EnforcementLevel);
    }

    [Theory]
    [InlineData("2026-03-01")]
    [InlineData("2025-12-31")]
    public async Task WaiverOutOfItsTime_HidesNothingAndIsAFinding(string today)
    {
        await using var pack = await StartAsync(today, "type: \"aws:cloudwatch/*\"");

        Assert.Single(await pack.FindingsAsync("COST003", PackClient.Request(LogGroup, PropertyMap.Empty)));
        Assert.Contains($"and so not today, {today}", Assert.Single(Upkeep(await pack.AnalyzeStackAsync(Stack))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stack: shop/dev", 1)]
    [InlineData("stack: shop/prod", 0)]
    [InlineData("type: \"aws:ec2/*\"", 0)]
    public async Task WaiverThatMatchesNothing_IsAFindingOnlyInItsOwnStack(string scope, int findings)
    {
        await using var pack = await StartAsync("2026-02-01", scope);
        await pack.AnalyzeAsync(PackClient.Request(LogGroup, PropertyMap.Of(("retentionInDays", 7))));

        Assert.Equal(findings, Upkeep(await pack.AnalyzeStackAsync(Stack)).Count(finding => finding.Message.Contains("matches no finding in this stack", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("resource: \"urn:pulumi:dev::shop::*\"", 1)]
    [InlineData("resource: \"urn:pulumi:dev::*\"", 0)]
    [InlineData("stack: \"shop/*\"", 0)]
    public async Task WaiverThatMatchesNothing_IsOfThisStackByItsUrnToo(string scope, int findings)
    {
        await using var pack = await StartAsync("2026-02-01", scope);

        Assert.Equal(findings, Upkeep(await pack.AnalyzeStackAsync(Stack)).Count(finding => finding.Message.Contains("matches no finding in this stack", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WaiverWhoseRuleCouldNotJudge_IsNotCalledIdle()
    {
        await using var pack = await StartAsync("2026-02-01", "stack: shop/dev");
        await pack.AnalyzeAsync(PackClient.Request(LogGroup, PropertyMap.Of(("retentionInDays", PropertyValue.Unknown))));

        Assert.Empty(Upkeep(await pack.AnalyzeStackAsync(Stack)));
    }

    [Theory]
    [InlineData("stack: shop/dev", "2026-03-01", 1)]
    [InlineData("stack: \"shop/*\"", "2026-03-01", 1)]
    [InlineData("type: \"aws:ec2/*\"", "2026-03-01", 1)]
    [InlineData("stack: shop/prod", "2026-03-01", 0)]
    [InlineData("type: \"aws:ec2/*\"", "2026-02-28", 0)]
    public async Task EndedWaiver_IsAFindingEvenWhereNothingMatchesIt(string scope, string today, int findings)
    {
        await using var pack = await StartAsync(today, scope);

        Assert.Equal(findings, Upkeep(await pack.AnalyzeStackAsync(Stack)).Count(finding => finding.Message.Contains("ended on 2026-03-01; remove it", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WaivedResource_IsNotRepaired()
    {
        await using var pack = await StartAsync("2026-02-01", "resource: \"*::res\"");
        await pack.ConfigureAsync(("COST003-log-group-without-retention", EnforcementLevel.Remediate, PropertyMap.Empty));

        Assert.Empty((await pack.RemediateAsync(PackClient.Request(LogGroup, PropertyMap.Empty))).Remediations);
    }

    [Fact]
    public async Task AccountScope_IsReadFromTheProvider()
    {
        await using var pack = await StartAsync("2026-02-01", "account: '111122223333'");
        var provider = PropertyMap.Of(("assumeRoles", """[{"roleArn":"arn:aws:iam::111122223333:role/deploy"}]"""));

        Assert.Empty(await pack.FindingsAsync("COST003", PackClient.Request(LogGroup, PropertyMap.Empty, provider)));
        Assert.Single(await pack.FindingsAsync("COST003", PackClient.Request(LogGroup, PropertyMap.Empty)));
    }

    [Fact]
    public void Checked_UnknownRuleAndLongLife_AreRefusedTogether()
    {
        var list = WaiverList.Parse("""
            version: 1
            waivers:
              - { rule: TAG999, stack: a/b, owner: o, reason: r, ticket: t, since: 2026-01-01, expires: 2026-01-02 }
              - { rule: TAG001, stack: a/b, owner: o, reason: r, ticket: t, since: 2026-01-01, expires: 2026-04-02 }
              - { rule: TAG001, stack: a/b, owner: o, reason: r, ticket: t, since: 2026-01-01, expires: 2026-04-01 }
              - { rule: WVR001, stack: a/b, owner: o, reason: r, ticket: t, since: 2026-01-01, expires: 2026-01-02 }
            """, "waivers.yaml");

        var problems = new List<Problem>();
        WaiverSource.Check(list, RuleCatalogue.Create(new StandardSource(StandardSource.BuiltIn())), problems);

        Assert.Equal(["3:1 rule", "4:1 expires", "6:1 rule"], problems.Select(problem => problem.Path));
        Assert.Equal("at most 90 days for TAG001, whose severity is high", problems[1].Allowed);
    }

    private static IEnumerable<AnalyzeDiagnostic> Upkeep(AnalyzeResponse answer) => answer.Diagnostics.Where(diagnostic => diagnostic.PolicyName == "WVR001-waiver-out-of-order");

    private static async Task<PackClient> StartAsync(string today, string scope)
    {
        var waivers = WaiverList.Parse($$"""
            version: 1
            waivers:
              - { rule: COST003, {{scope}}, owner: payments@example.com, reason: old app, ticket: FIN-1, since: 2026-01-01, expires: 2026-03-01 }
            """, "waivers.yaml");
        var pack = await PackClient.StartAsync(today, waivers);
        await pack.ConfigureStackAsync();
        return pack;
    }
}
