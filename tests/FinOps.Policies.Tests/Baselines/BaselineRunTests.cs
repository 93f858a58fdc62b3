using FinOps.Core.Baselines;
using FinOps.Core.Waivers;
using FinOps.Policies.Model;
using FinOps.Policies.Tests.Testing;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.Policies.Tests.Baselines;

/// <summary>What a baseline does to findings, and when its entries are stale.</summary>
public sealed class BaselineRunTests
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Today = "2026-05-01";
    private const string BucketUrn = $"urn:pulumi:dev::shop::{Bucket}::res";

    private static readonly DateOnly Then = new(2026, 3, 1);

    private static readonly PropertyMap Complete = PropertyMap.Of(
        ("Project", "checkout-api"), ("Team", "payments"), ("Environment", "prod"), ("CostCenter", "10417"), ("Owner", "payments@example.com"));

    [Fact]
    public async Task KnownViolation_AdvisesAndSaysSinceWhen()
    {
        await using var pack = await StartAsync(Entry("TAG001", "missing Team"));

        var finding = Assert.Single(await pack.FindingsAsync("TAG001", Untagged("Team")));

        Assert.Equal(EnforcementLevel.Advisory, finding.EnforcementLevel);
        Assert.EndsWith("""
            Known since 2026-03-01, so it advises; what comes new is not let through.
            TAG001 (missing Team) is explained in docs/rules/TAG001.md.
            """, finding.Message, StringComparison.Ordinal);
        Assert.Equal(PolicySeverity.High, finding.Severity);
    }

    [Theory]
    [InlineData("TAG001", "missing Owner")]
    [InlineData("TAG002", "missing Team")]
    public async Task OtherEntry_DoesNotHelp(string rule, string mark)
    {
        await using var pack = await StartAsync(Entry(rule, mark));

        Assert.Equal(EnforcementLevel.Mandatory, Assert.Single(await pack.FindingsAsync("TAG001", Untagged("Team"))).EnforcementLevel);
    }

    [Fact]
    public async Task EntryOfAnotherStack_DoesNotHelp()
    {
        await using var pack = await StartAsync(Entry("TAG001", "missing Team", BucketUrn.Replace("dev", "prod", StringComparison.Ordinal)));

        Assert.Equal(EnforcementLevel.Mandatory, Assert.Single(await pack.FindingsAsync("TAG001", Untagged("Team"))).EnforcementLevel);
    }

    [Fact]
    public async Task ViolationThatIsOnlyPartlyKnown_StopsAndSaysWhatIsNew()
    {
        await using var pack = await StartAsync(Entry("TAG001", "missing Team"));

        var finding = Assert.Single(await pack.FindingsAsync("TAG001", Untagged("Team", "Owner")));

        Assert.Equal(EnforcementLevel.Mandatory, finding.EnforcementLevel);
        Assert.Contains("New: missing Owner. Known since 2026-03-01: missing Team.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralEntries_AreKnownSinceTheFirst()
    {
        await using var pack = await StartAsync(Entry("TAG001", "missing Team") with { Since = Then.AddDays(1) }, Entry("TAG001", "missing Owner"));

        Assert.Contains("Known since 2026-03-01, so", Assert.Single(await pack.FindingsAsync("TAG001", Untagged("Team", "Owner"))).Message, StringComparison.Ordinal);
        Assert.Contains("Known since 2026-03-01: ", Assert.Single(await pack.FindingsAsync("TAG001", Untagged("Team", "Owner", "Project"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RenamedResource_WithSeveralEntries_TellsItsFormerNameOnce()
    {
        var old = BucketUrn.Replace("::res", "::old", StringComparison.Ordinal);
        await using var pack = await StartAsync(Entry("TAG001", "missing Team", old), Entry("TAG001", "missing Owner", old));
        var request = Untagged("Team", "Owner");
        request.Options.Aliases.Add(old);

        Assert.Equal([old], KnownNote.Read(Assert.Single(await pack.FindingsAsync("TAG001", request)).Message).FormerUrns.AsEnumerable());
    }

    [Fact]
    public async Task RenamedResource_WithAnAlias_KeepsItsEntries()
    {
        await using var pack = await StartAsync(Entry("TAG001", "missing Team", BucketUrn.Replace("::res", "::old", StringComparison.Ordinal)));
        var request = Untagged("Team");
        request.Options.Aliases.Add(BucketUrn.Replace("::res", "::old", StringComparison.Ordinal));

        var finding = Assert.Single(await pack.FindingsAsync("TAG001", request));

        Assert.Equal(EnforcementLevel.Advisory, finding.EnforcementLevel);
        var (isKnown, former) = KnownNote.Read(finding.Message);
        Assert.True(isKnown);
        Assert.Equal([BucketUrn.Replace("::res", "::old", StringComparison.Ordinal)], former.AsEnumerable());
        Assert.Empty(Stale(await pack.AnalyzeStackAsync(new RuleExample("stack", []))));
    }

    [Fact]
    public async Task StackViolation_IsKnownByTheRootOfTheStack()
    {
        var owned = new RuleExample("stack", [new ExampleResource("logs", Bucket, PropertyMap.Of(("tags", Complete.Set("Team", "finops"))))]);
        await using var pack = await StartAsync(new BaselineEntry("BUD001", "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev", "team finops", Then));
        await pack.ConfigureAsync(("BUD001-team-without-budget", EnforcementLevel.Mandatory, PropertyMap.Empty));

        var answer = await pack.AnalyzeStackAsync(owned);

        Assert.Equal(EnforcementLevel.Advisory, Assert.Single(answer.Diagnostics, finding => finding.PolicyName.StartsWith("BUD001", StringComparison.Ordinal)).EnforcementLevel);
        Assert.Empty(Stale(answer));
    }

    [Fact]
    public async Task FixedViolation_IsStale()
    {
        await using var pack = await StartAsync(Entry("TAG001", "missing Team"), Entry("TAG001", "missing Owner"));
        await pack.AnalyzeAsync(Untagged("Owner"));

        var stale = Assert.Single(Stale(await pack.AnalyzeStackAsync(Stack)));

        Assert.Equal(EnforcementLevel.Advisory, stale.EnforcementLevel);
        Assert.Contains($"1 entry of policy-baseline.json is fixed:\n  TAG001 {BucketUrn}: missing Team (since 2026-03-01)", stale.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResourceThatIsGone_MakesItsEntriesStale()
    {
        await using var pack = await StartAsync(Entry("TAG001", "missing Team"));

        Assert.Single(Stale(await pack.AnalyzeStackAsync(new RuleExample("stack", []))));
    }

    [Fact]
    public async Task ResourceThatWasNotJudged_MakesNothingStale()
    {
        await using var pack = await StartAsync(Entry("TAG001", "missing Team"));

        // In the stack, but not analyzed: a deployment of some resources only.
        Assert.Empty(Stale(await pack.AnalyzeStackAsync(Stack)));
    }

    [Fact]
    public async Task ValueThatOnlyTheUpdateTells_MakesNothingStale()
    {
        await using var pack = await StartAsync(Entry("TAG001", "missing Team"));
        await pack.AnalyzeAsync(PackClient.Request(Bucket, PropertyMap.Of(("tags", PropertyValue.Unknown))));

        Assert.Empty(Stale(await pack.AnalyzeStackAsync(Stack)));
    }

    [Fact]
    public async Task DisabledRule_MakesNothingStale()
    {
        await using var pack = await StartAsync(Entry("TAG001", "missing Team"));
        await pack.ConfigureAsync(("TAG001-required-tag-missing", EnforcementLevel.Disabled, PropertyMap.Empty));
        await pack.AnalyzeAsync(PackClient.Request(Bucket, PropertyMap.Of(("tags", Complete))));

        Assert.Empty(Stale(await pack.AnalyzeStackAsync(Stack)));
    }

    [Theory]
    [InlineData(EnforcementLevel.Advisory, 1)]
    [InlineData(EnforcementLevel.Disabled, 0)]
    public async Task FixedViolationOfTheStack_IsStaleWhenItsRuleHasRun(EnforcementLevel level, int stale)
    {
        await using var pack = await StartAsync(Entry("BUD001", "team finops", StackUrn.Root("shop", "dev")));
        await pack.ConfigureAsync(("BUD001-team-without-budget", level, PropertyMap.Empty));

        Assert.Equal(stale, Stale(await pack.AnalyzeStackAsync(Stack)).Count());
    }

    [Fact]
    public async Task EntriesOfAnotherStack_AreNotJudged()
    {
        await using var pack = await StartAsync(Entry("TAG001", "missing Team", "urn:pulumi:prod::shop::aws:s3/bucket:Bucket::res"));

        Assert.Empty(Stale(await pack.AnalyzeStackAsync(Stack)));
    }

    [Fact]
    public async Task WaivedViolation_IsNotStale()
    {
        var waivers = WaiverList.Parse("""
            version: 1
            waivers: [{ rule: TAG001, stack: shop/dev, owner: o, reason: r, ticket: t, since: 2026-04-01, expires: 2026-06-01 }]
            """, "waivers.yaml");
        await using var pack = await PackClient.StartAsync(Today, waivers, new Baseline("policy-baseline.json", [Entry("TAG001", "missing Team")]));
        await pack.ConfigureStackAsync();

        Assert.Empty(await pack.FindingsAsync("TAG001", Untagged("Team")));
        Assert.Empty(Stale(await pack.AnalyzeStackAsync(Stack)));
    }

    [Theory]
    [InlineData("COST001", "aws:eks/nodeGroup:NodeGroup", "instanceTypes", "m7i.large,c4.large", "instanceTypes[] of family c4")]
    [InlineData("COST001", "aws:eks/nodeGroup:NodeGroup", "instanceTypes", "c4.xlarge,m7i.large", "instanceTypes[] of family c4")]
    public async Task Mark_OfAListItem_HasNoPosition(string rule, string type, string property, string values, string mark)
    {
        await using var pack = await StartAsync();

        var finding = Assert.Single(await pack.FindingsAsync(rule, PackClient.Request(type, PropertyMap.Of((property, PropertyValue.Of(values.Split(',').Select(value => PropertyValue.Of(value))))))));

        Assert.Equal([mark], FindingMark.Read(finding.Message)!.Value.Findings.AsEnumerable());
    }

    [Fact]
    public async Task EveryBadExample_CarriesAMarkAndIsKnownByIt()
    {
        foreach (var rule in RuleCatalogue.Create(new(Policies.Tagging.StandardSource.BuiltIn())))
        {
            foreach (var example in rule.Examples.Bad)
            {
                await using var first = await StartAsync();
                var found = await first.FindingsAsync(rule, example);
                var entries = found.SelectMany(finding => FindingMark.Read(finding.Message)!.Value.Findings.Select(mark =>
                    new BaselineEntry(rule.Id, rule is ResourceRule ? PackClient.Request(example.Resources[0].Type, PropertyMap.Empty).Urn : finding.Urn.Length > 0 ? finding.Urn : StackUrn.Root("shop", "dev"), mark, Then))).DistinctBy(entry => entry.Key);
                await using var second = await StartAsync([.. entries]);

                var known = await second.FindingsAsync(rule, example);

                Assert.True(known.Count == found.Count && known.All(finding => finding.EnforcementLevel == EnforcementLevel.Advisory && finding.Message.Contains("Known since", StringComparison.Ordinal)), $"{rule.Id} {example.Title}");
            }
        }
    }

    private static readonly RuleExample Stack = new("stack", [new ExampleResource("res", Bucket, PropertyMap.Of(("tags", Complete)))]);

    private static BaselineEntry Entry(string rule, string mark, string urn = BucketUrn) => new(rule, urn, mark, Then);

    private static AnalyzeRequest Untagged(params string[] missing) =>
        PackClient.Request(Bucket, PropertyMap.Of(("tags", missing.Aggregate(Complete, (tags, key) => tags.Remove(key)))));

    private static IEnumerable<AnalyzeDiagnostic> Stale(AnalyzeResponse answer) => answer.Diagnostics.Where(diagnostic => diagnostic.PolicyName == "BSL001-baseline-entry-stale");

    private static async Task<PackClient> StartAsync(params BaselineEntry[] entries)
    {
        var pack = await PackClient.StartAsync(Today, baseline: new Baseline("policy-baseline.json", entries));
        await pack.ConfigureStackAsync();
        return pack;
    }
}
