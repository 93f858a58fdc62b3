using System.Collections.Immutable;
using FinOps.Core.Problems;
using FinOps.Core.Waivers;
using FinOps.Policies.Model;
using FinOps.Policies.Runs;
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

    [Theory]
    [InlineData("resource: \"*::res\"")]
    [InlineData("stack: shop/dev")]
    public async Task WaiverInForce_HidesTheFindingAndShowsIt(string scope)
    {
        await using var pack = await StartAsync("2026-02-01", scope);

        Assert.Empty(await pack.FindingsAsync("COST003", PackClient.Request(LogGroup, PropertyMap.Empty)));
        Assert.NotEmpty(await pack.FindingsAsync("TAG001", PackClient.Request(LogGroup, PropertyMap.Empty)));

        var shown = Assert.Single(Upkeep(await pack.AnalyzeStackAsync(Stack)));
        Assert.Contains("1 finding is waived:\n  COST003 urn:pulumi:dev::shop::aws:cloudwatch/logGroup:LogGroup::res: old app (payments@example.com, FIN-1, until 2026-03-01)", shown.Message, StringComparison.Ordinal);
        Assert.EndsWith("until 2026-03-01)\nWVR001 is explained in docs/rules/WVR001.md.", shown.Message, StringComparison.Ordinal);
        Assert.Equal(EnforcementLevel.Advisory, shown.EnforcementLevel);
    }

    [Theory]
    [InlineData("2026-03-01")]
    [InlineData("2025-12-31")]
    public async Task WaiverOutOfItsTime_HidesNothingAndIsAFinding(string today)
    {
        await using var pack = await StartAsync(today, "type: \"aws:cloudwatch/*\"");

        Assert.Single(await pack.FindingsAsync("COST003", PackClient.Request(LogGroup, PropertyMap.Empty)));
        var told = Assert.Single(Upkeep(await pack.AnalyzeStackAsync(new RuleExample("stack", [new ExampleResource("res", LogGroup, PropertyMap.Empty)]))));
        Assert.Contains($"and so not today, {today}", told.Message, StringComparison.Ordinal);
        Assert.Equal($"urn:pulumi:dev::shop::{LogGroup}::res", told.Urn);
    }

    [Fact]
    public async Task SeveralWaivers_OneInForceIsEnough_AndTheyAreShownInTheOrderOfTheFile()
    {
        await using var pack = await PackClient.StartAsync("2026-02-01", WaiverList.Parse("""
            version: 1
            waivers:
              - { rule: COST003, type: "*", owner: o, reason: second, ticket: t, since: 2026-01-01, expires: 2026-03-01 }
              - { rule: COST003, stack: "*", owner: o, reason: first, ticket: t, since: 2026-01-01, expires: 2026-03-01 }
              - { rule: COST003, stack: "*", owner: o, reason: ended, ticket: t, since: 2026-01-01, expires: 2026-02-01 }
            """, "waivers.yaml"));
        await pack.ConfigureStackAsync();

        Assert.Empty(await pack.FindingsAsync("COST003", PackClient.Request(LogGroup, PropertyMap.Empty)));
        var told = string.Join('\n', Upkeep(await pack.AnalyzeStackAsync(Stack)).Select(finding => finding.Message));
        Assert.Equal(["second", "first"], told.Split('\n').Select(WaivedFinding.Parse).OfType<WaivedFinding>().Select(waived => waived.Reason));
    }

    [Theory]
    [InlineData("type: \"*\"", 1)]
    [InlineData("resource: \"*\"", 1)]
    [InlineData("stack: shop/dev", 0)]
    public async Task FindingAboutTheStack_IsWaivedOnlyForTheStack(string scope, int findings)
    {
        await using var pack = await PackClient.StartAsync("2026-02-01", WaiverList.Parse($"version: 1\nwaivers: [{{ rule: BUD001, {scope}, owner: o, reason: r, ticket: t, since: 2026-01-01, expires: 2026-03-01 }}]", "waivers.yaml"));
        await pack.ConfigureStackAsync();
        var owned = new RuleExample("stack", [new ExampleResource("app", LogGroup, PropertyMap.Of(("tags", PropertyMap.Of(("Team", "finops")))))]);

        Assert.Equal(findings, (await pack.AnalyzeStackAsync(owned)).Diagnostics.Count(finding => finding.PolicyName.StartsWith("BUD001", StringComparison.Ordinal)));
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

    /// <summary>Neither another rule nor another resource that could not be judged says anything about the waiver.</summary>
    [Theory]
    [InlineData("stack: shop/dev", "tags", 1)]
    [InlineData("resource: \"urn:pulumi:dev::shop::*::other\"", "retentionInDays", 1)]
    [InlineData("resource: \"urn:pulumi:dev::shop::*::res\"", "retentionInDays", 0)]
    public async Task WaiverThatMatchesNothing_IsIdleUnlessItsRuleGaveUpInItsScope(string scope, string unknown, int findings)
    {
        await using var pack = await StartAsync("2026-02-01", scope);
        await pack.AnalyzeAsync(PackClient.Request(LogGroup, PropertyMap.Of(("retentionInDays", 7), ("tags", PropertyMap.Empty)).Set(unknown, PropertyValue.Unknown)));

        Assert.Equal(findings, Upkeep(await pack.AnalyzeStackAsync(Stack)).Count(finding => finding.Message.Contains("matches no finding in this stack", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("urn:pulumi:dev::shop::a:b:C::res", 0)]
    [InlineData("urn:pulumi:dev::shop::a:b:C::other", 1)]
    public void Idle_RuleThatGaveUpOnTheStack_LeavesItsWaiversAlone(string gaveUpOn, int idle)
    {
        var ledger = new RunLedger();
        ledger.Note("COST003", gaveUpOn, toTheEnd: false);
        var list = WaiverList.Parse("version: 1\nwaivers: [{ rule: COST003, resource: 'urn:pulumi:dev::shop::*::res', owner: o, reason: r, ticket: t, since: 2026-01-01, expires: 2026-03-01 }]", "waivers.yaml");
        var book = new WaiverBook(list, ledger, new FixedTime(new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero)));

        Assert.Equal(idle, book.Idle(new Pulumi.Policy.PolicyStack("dev", "shop", "org", true, ImmutableDictionary<string, string>.Empty, [], ImmutableDictionary<string, string>.Empty)).Count());
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

        var told = Upkeep(await pack.AnalyzeStackAsync(Stack)).Select(finding => finding.Message).ToList();
        Assert.Equal(findings, told.Count(message => message.Contains("ended on 2026-03-01; remove it", StringComparison.Ordinal)));
        Assert.DoesNotContain(told, message => message.Contains("matches no finding", StringComparison.Ordinal));
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

    /// <summary>An account that only the update will tell matches no waiver, and the rule judges all the same.</summary>
    [Fact]
    public async Task AccountOfTheProvider_NotKnownYet_IsNoAccount()
    {
        await using var pack = await StartAsync("2026-02-01", "account: '111122223333'");
        PropertyMap[] providers =
        [
            PropertyMap.Of(("allowedAccountIds", PropertyValue.Unknown)),
            PropertyMap.Of(("allowedAccountIds", PropertyValue.Of([PropertyValue.Unknown]))),
            PropertyMap.Of(("assumeRoles", PropertyValue.Unknown)),
            PropertyMap.Of(("assumeRoles", PropertyValue.Of([PropertyMap.Of(("roleArn", PropertyValue.Unknown))]))),
        ];

        foreach (var provider in providers)
        {
            var finding = Assert.Single(await pack.FindingsAsync("COST003", PackClient.Request(LogGroup, PropertyMap.Empty, provider)));
            Assert.Contains("COST003 (no retention)", finding.Message, StringComparison.Ordinal);
        }
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
        Assert.Equal(("at most 90 days for TAG001, whose severity is high", "Let it expire on 2026-04-01 or earlier."), (problems[1].Allowed, problems[1].Fix));
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
