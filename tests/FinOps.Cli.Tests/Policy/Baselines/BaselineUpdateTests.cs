// Long because every case of an update is here, and all are made by the same few helpers at its end.
using FinOps.Cli.Policy;
using FinOps.Cli.Policy.Baselines;
using FinOps.Core.Baselines;
using FinOps.LocalEngine.Deployments;

namespace FinOps.Cli.Tests.Policy.Baselines;

/// <summary>What a check makes of a baseline.</summary>
public sealed class BaselineUpdateTests
{
    private const string File = "policy-baseline.json";
    private const string Team = "missing Team";
    private const string Owner = "missing Owner";

    private static readonly DateOnly Then = new(2026, 3, 1);
    private static readonly DateOnly Today = new(2026, 5, 1);

    private static readonly PolicyRule Stale = SampleReport.Unused with { Name = "BSL001-baseline-entry-stale", Level = PolicyLevel.Advisory };
    private static readonly PolicyRule Waivers = Stale with { Name = "WVR001-waiver-out-of-order" };
    private static readonly PolicyRule Required = SampleReport.Required;
    private static readonly PolicyRule Retention = SampleReport.Retention;
    private static readonly PolicyRule Foreign = Required with { Pack = "others" };
    private static readonly PolicyRule[] Rules = [Required, Retention, Stale, Waivers, Foreign];

    [Fact]
    public void First_TakesWhatBlocks_AndNeitherAdviceNorWaived()
    {
        var update = Update(null, new BaselineIntent(),
            Violation(Required, "logs", Team, Owner), Violation(Retention, "audit", "retentionInDays"), Waived("TAG001", "old"));

        Assert.Equal([$"TAG001 {Urn("logs")}: {Owner}", $"TAG001 {Urn("logs")}: {Team}"], update.Taken.Select(finding => finding.ToString()));
        Assert.Equal([(Today, null), (Today, null)], update.After.Entries.Select(entry => (entry.Since, entry.Reason)));
        Assert.True(update.Writes);
        Assert.Empty(update.Problems);
    }

    [Fact]
    public void First_NothingBlocks_IsStillWritten_SoThatTheNextNeedsAReason()
    {
        var update = Update(null, new BaselineIntent());

        Assert.True(update.Writes);
        Assert.Equal(["FIN1131"], Update(update.After, new BaselineIntent(), Violation(Required, "logs", Team)).Problems.Select(problem => problem.Id));
    }

    [Fact]
    public void First_WhatRemediationLeft_Blocks()
    {
        var rule = Required with { Level = PolicyLevel.Remediate };
        var report = Report([rule, Stale, Waivers], Violation(rule, "logs", Team) with { Level = PolicyLevel.Mandatory });

        Assert.Single(BaselineUpdate.Of(File, null, report, new BaselineIntent(), Today).Taken);
    }

    [Fact]
    public void Later_New_IsLeftOut_AndOldStaysAsItWas()
    {
        var before = Of(Entry("logs", Team));

        var update = Update(before, new BaselineIntent(), Violation(Required, "logs", Team, Owner));

        Assert.Equal([Owner], update.Left.Select(finding => finding.Finding));
        Assert.Equal(before.Entries.AsEnumerable(), update.After.Entries);
        Assert.False(update.Writes);
        Assert.Contains($"TAG001 {Urn("logs")}: {Owner}", Assert.Single(update.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Later_NewWithAReason_IsTakenWithIt()
    {
        var update = Update(Of(Entry("logs", Team)), new BaselineIntent(AcceptNew: true, Reason: "merger"), Known("logs", Team), Violation(Required, "new", Owner));

        Assert.Equal([(Team, Then, null), (Owner, Today, "merger")], update.After.Entries.Select(entry => (entry.Finding, entry.Since, entry.Reason)));
        Assert.Empty(update.Problems);
    }

    /// <summary>A known violation advises; it is there all the same, also when its rule has become an advisory one.</summary>
    [Fact]
    public void Known_IsNotFixed()
    {
        var update = Update(Of(Entry("logs", Team), Entry("audit", "retentionInDays", "COST003")), new BaselineIntent(Prune: true), Known("logs", Team), Violation(Retention, "audit", "retentionInDays"));

        Assert.Equal((2, 0, false), (update.Known, update.Fixed.Length, update.Writes));
    }

    [Fact]
    public void Known_ToThePacksBaseline_IsRecordedInAnotherFileToo() => Assert.Single(Update(null, new BaselineIntent(), Known("logs", Team)).Taken);

    [Fact]
    public void Fixed_IsKeptUntilPruned_AndFailsACheck()
    {
        var before = Of(Entry("logs", Team), Entry("logs", Owner));

        var plain = Update(before, new BaselineIntent(), Known("logs", Team));
        var pruned = Update(before, new BaselineIntent(Prune: true), Known("logs", Team));
        var check = Update(before, new BaselineIntent(Check: true), Known("logs", Team));

        Assert.Equal([Owner], plain.Fixed.Select(entry => entry.Finding));
        Assert.False(plain.Writes);
        Assert.Empty(plain.Problems);
        Assert.Equal([Team], pruned.After.Entries.Select(entry => entry.Finding));
        Assert.True(pruned.Writes);
        Assert.Empty(pruned.Problems);
        Assert.False(check.Writes);
        Assert.Equal(["FIN1132"], check.Problems.Select(problem => problem.Id));
    }

    [Fact]
    public void Check_New_FailsEvenWithoutABaseline_AndWritesNothing()
    {
        var update = Update(null, new BaselineIntent(Check: true), Violation(Required, "logs", Team));

        Assert.Equal(["FIN1131"], update.Problems.Select(problem => problem.Id));
        Assert.False(update.Writes);
        Assert.Empty(Update(null, new BaselineIntent(Check: true)).Problems);
    }

    [Fact]
    public void Prune_KeepsOtherStacks()
    {
        var elsewhere = Entry("logs", Team) with { Urn = Urn("logs").Replace("dev", "prod", StringComparison.Ordinal) };

        var update = Update(Of(elsewhere, Entry("logs", Team)), new BaselineIntent(Prune: true));

        Assert.Equal([elsewhere], update.After.Entries.AsEnumerable());
        Assert.Equal(1, update.Elsewhere);
    }

    public static TheoryData<string> Unseen => ["given up", "given up on the stack", "waived", "rule disabled", "rule missing", "only another rule", "only another pack", "waivers hidden"];

    /// <summary>What could not be judged is not fixed.</summary>
    [Theory]
    [MemberData(nameof(Unseen))]
    public void Prune_KeepsWhatTheCheckDidNotSee(string why)
    {
        PolicyRule[] rules = why switch
        {
            "rule disabled" => [Required with { Level = PolicyLevel.Disabled }, Stale, Waivers],
            "rule missing" => [Stale, Waivers],
            "only another rule" => [Required with { Name = "TAG0010-other" }, Stale, Waivers],
            "only another pack" => [Foreign, Stale, Waivers],
            "waivers hidden" => [Required, Stale, Waivers with { Level = PolicyLevel.Disabled }],
            _ => Rules,
        };
        PolicyViolation[] violations = why switch
        {
            "given up" => [GaveUp(Urn("logs"))],
            "given up on the stack" => [GaveUp(StackUrn.Root("shop", "dev"))],
            "waived" => [Waived("TAG001", "logs")],
            _ => [],
        };

        var update = BaselineUpdate.Of(File, Of(Entry("logs", Team)), Report(rules, violations), new BaselineIntent(Prune: true), Today);

        Assert.Equal((0, false), (update.Fixed.Length, update.Writes));
    }

    [Fact]
    public void Prune_RuleGaveUpElsewhere_ChangesNothingHere()
    {
        var update = Update(Of(Entry("logs", Team)), new BaselineIntent(Prune: true), GaveUp(Urn("other")), Waived("COST003", "logs"));

        Assert.Single(update.Fixed);
    }

    [Theory]
    [InlineData("no mark at all")]
    [InlineData("TAG002 (missing Team) is explained in docs/rules/TAG002.md.")]
    public void Foreign_BlocksAndCannotBeRecorded_IsSaid(string message)
    {
        var update = Update(null, new BaselineIntent(), SampleReport.Violation(Required, "logs", message, ""), Violation(Foreign, "logs", Team));

        Assert.Empty(update.Taken);
        Assert.Equal(["FIN1134 finops-policies/TAG001-required-tag-missing", "FIN1134 others/TAG001-required-tag-missing"], update.Problems.Select(problem => $"{problem.Id} {problem.File}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Foreign_StaleEntriesAreTheirOwnMatter()
    {
        var rule = Stale with { Level = PolicyLevel.Mandatory };

        Assert.Empty(BaselineUpdate.Of(File, null, Report([rule], SampleReport.Violation(rule, "x", "1 entry is fixed", "")), new BaselineIntent(), Today).Problems);
    }

    [Fact]
    public void Renamed_EntryGoesAlongWithItsDayAndReason()
    {
        var old = Entry("old", Team) with { Reason = "merger" };

        var update = Update(Of(old), new BaselineIntent(), Known("new", [Team], Urn("old")));

        Assert.Equal([old with { Urn = Urn("new") }], update.After.Entries.AsEnumerable());
        Assert.True(update.Writes);
        Assert.Empty(update.Problems);
        Assert.Empty(Update(Of(old), new BaselineIntent(Check: true), Known("new", [Team], Urn("old"))).Problems);
    }

    [Fact]
    public void Renamed_BothNamesRecorded_BecomeOne()
    {
        var update = Update(Of(Entry("old", Team), Entry("new", Team) with { Since = Today }), new BaselineIntent(), Known("new", [Team], Urn("old")));

        Assert.Equal([(Urn("new"), Then)], update.After.Entries.Select(entry => (entry.Urn, entry.Since)));
    }

    [Fact]
    public void Lines_ShowEachChangeThenTheSum()
    {
        var update = Update(Of(Entry("logs", Team), Entry("old", Owner)), new BaselineIntent(Prune: true, AcceptNew: true, Reason: "merger"), Violation(Required, "new", Owner), Known("moved", [Owner], Urn("old")));

        Assert.Equal(
            [
                $"+ TAG001 {Urn("new")}: {Owner}", $"~ TAG001 {Urn("moved")}: {Owner} (renamed)", $"- TAG001 {Urn("logs")}: {Team} (fixed)",
                "policy-baseline.json: 1 taken in, 0 new and left out, 1 known, 1 fixed and removed, 0 of other stacks; written.",
            ],
            BaselineWords.Lines(update));
        var json = System.Text.Json.Nodes.JsonNode.Parse(BaselineWords.ToJson(update))!;
        Assert.Equal((true, 1, Owner, Team), ((bool)json["written"]!, (int)json["known"]!, (string?)json["taken"]![0]!["finding"], (string?)json["fixed"]![0]!["finding"]));
    }

    [Fact]
    public void Lines_OfACheck_SayWhatIsLeft()
    {
        var check = Update(Of(Entry("logs", Team)), new BaselineIntent(Check: true), Violation(Required, "new", Owner));
        var plain = Update(Of(Entry("logs", Team)), new BaselineIntent(), Known("logs", Team));

        Assert.EndsWith("0 taken in, 1 new and left out, 0 known, 1 fixed, which --prune removes, 0 of other stacks; nothing is changed by a check.", BaselineWords.Lines(check).Last(), StringComparison.Ordinal);
        Assert.EndsWith("1 known, 0 fixed, 0 of other stacks; unchanged.", BaselineWords.Lines(plain).Last(), StringComparison.Ordinal);
        Assert.Equal(Owner, (string?)System.Text.Json.Nodes.JsonNode.Parse(BaselineWords.ToJson(check))!["left"]![0]!["finding"]);
    }

    /// <summary>A pack may name its policies by the ids alone.</summary>
    [Fact]
    public void First_PoliciesNamedByTheirIds_AreRecordedToo()
    {
        PolicyRule rule = Required with { Name = "TAG001" }, stale = Stale with { Name = "BSL001" };

        var update = BaselineUpdate.Of(File, null, Report([rule, stale, Waivers], SampleReport.Violation(rule, "logs", $"is wrong\n{FindingMark.Write("TAG001", [Team], "docs/rules/X.md")}", "")), new BaselineIntent(), Today);

        Assert.Equal([Team], update.Taken.Select(finding => finding.Finding));
    }

    private static BaselineUpdate Update(Baseline? before, BaselineIntent intent, params PolicyViolation[] violations) => BaselineUpdate.Of(File, before, Report(Rules, violations), intent, Today);

    private static PolicyCheckReport Report(PolicyRule[] rules, params PolicyViolation[] violations) => SampleReport.Report(rules, violations);

    private static Baseline Of(params BaselineEntry[] entries) => new(File, entries);

    private static BaselineEntry Entry(string name, string finding, string rule = "TAG001") => new(rule, Urn(name), finding, Then);

    private static string Urn(string name) => SampleReport.Violation(Required, name, "", "").Urn;

    private static PolicyViolation Violation(PolicyRule rule, string name, params string[] marks) =>
        SampleReport.Violation(rule, name, $"is wrong\n{FindingMark.Write(rule.Name[..rule.Name.IndexOf('-', StringComparison.Ordinal)], marks, "docs/rules/X.md")}", "");

    private static PolicyViolation Known(string name, string mark) => Known(name, [mark], null);

    private static PolicyViolation Known(string name, string[] marks, string? former) =>
        SampleReport.Violation(Required, name, string.Join('\n', new[] { "is wrong", KnownNote.Since(Then), former is null ? null : KnownNote.Former(former), FindingMark.Write("TAG001", marks, "docs/rules/X.md") }.OfType<string>()), "") with { Level = PolicyLevel.Advisory };

    private static PolicyViolation Waived(string rule, string name) =>
        SampleReport.Violation(Waivers, "told", $"1 finding is waived:\n  {rule} {Urn(name)}: old app (payments@example.com, FIN-1, until 2026-06-01)", "");

    private static PolicyViolation GaveUp(string urn) =>
        new(Required.Name, Required.Pack, "0.1.0", PolicyLevel.Advisory, "", urn, $"can't run policy '{Required.Name}' from policy pack 'finops-policies@v0.1.0' during preview: tags are not known", Required.Description);
}
