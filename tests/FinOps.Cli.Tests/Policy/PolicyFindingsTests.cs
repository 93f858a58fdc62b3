using FinOps.Cli.Policy;
using FinOps.LocalEngine.Deployments;

namespace FinOps.Cli.Tests.Policy;

public sealed class PolicyFindingsTests
{
    [Fact]
    public void Of_ViolationsAndWaivers_BecomeFindingsInTheOrderOfTheirWeight()
    {
        var report = SampleReport.Usual();

        Assert.Equal(["uploads", "audit", "old"], report.Findings.Select(finding => finding.ResourceName));
        Assert.Equal((1, 1, 1, false), (report.Blocking, report.Advisory, report.Waived, report.Passed));
        var (first, waived) = (report.Findings[0], report.Findings[2]);
        Assert.Equal(("lacks Team", "a:b:C"), (first.Message, first.ResourceType));
        Assert.Equal(new SourceLocation("infra/My Shop.cs", 12, 9), first.Source);
        Assert.Equal((SampleReport.Retention, "old app", new DateOnly(2026, 3, 1)), (waived.Rule, waived.Waiver!.Reason, waived.Waiver.Expires));
    }

    [Fact]
    public void Of_WhatRemediationLeft_BlocksUnderItsOwnName()
    {
        var rule = SampleReport.Retention with { Level = PolicyLevel.Remediate };
        var report = SampleReport.Report([rule], [SampleReport.Violation(rule, "a", "left over", "") with { Level = PolicyLevel.Mandatory }]);

        Assert.Equal(PolicyLevel.Remediate, report.Findings[0].Level);
        Assert.False(report.Passed);
    }

    [Fact]
    public void Fingerprint_OtherWordingLineAndOrder_StaysAndTellsFindingsApart()
    {
        static PolicyViolation A(string message, string position) => SampleReport.Violation(SampleReport.Required, "a", message, position);
        var before = SampleReport.Report([SampleReport.Required], [A("lacks Team", "project:///A.cs#1"), A("lacks Owner", ""), SampleReport.Violation(SampleReport.Required, "b", "lacks Team", "")]);
        var after = SampleReport.Report([SampleReport.Required], [SampleReport.Violation(SampleReport.Required, "b", "lacks everything", ""), A("is without Owner", "project:///B.cs#7"), A("is without Team", "")]);

        Assert.Equal(before.Findings.Select(finding => finding.Fingerprint).Order(), after.Findings.Select(finding => finding.Fingerprint).Order());
        Assert.Equal(3, before.Findings.Select(finding => finding.Fingerprint).Distinct().Count());
    }

    /// <summary>Neither the wording nor what else is wrong with the resource makes a marked finding another one.</summary>
    [Fact]
    public void Fingerprint_Marked_FollowsTheMark()
    {
        static PolicyViolation A(string message, string mark) => SampleReport.Violation(SampleReport.Required, "a", $"{message}\nTAG001 ({mark}) is explained in docs/rules/TAG001.md.", "");
        var before = SampleReport.Report([SampleReport.Required], [A("b lacks it", "missing Team")]).Findings[0].Fingerprint;
        var after = SampleReport.Report([SampleReport.Required], [A("a lacks it", "missing Owner"), A("z lacks it", "missing Team"), A("z lacks it too", "missing Team")]).Findings;

        Assert.Equal(before, after.Single(finding => finding.Message.StartsWith("z lacks it\n", StringComparison.Ordinal)).Fingerprint);
        Assert.Equal(3, after.Select(finding => finding.Fingerprint).Distinct().Count());
    }

    /// <summary>The pack tells of its own rules; another pack may have one of the same name, and a rule may have an id that only begins so.</summary>
    [Fact]
    public void Of_Waived_IsOfTheRuleThatThePackNames()
    {
        var told = SampleReport.Unused with { Name = "WVR001-waiver-out-of-order", Level = PolicyLevel.Advisory };
        PolicyRule[] rules = [SampleReport.Retention with { Pack = "others" }, SampleReport.Retention with { Name = "COST0030-other" }, SampleReport.Retention, told];
        var violation = SampleReport.Violation(told, "told", "1 finding is waived:\n  COST003 the stack: old app (payments@example.com, FIN-1, until 2026-03-01)", "");

        var finding = Assert.Single(SampleReport.Report(rules, [violation]).Findings);

        Assert.Equal((SampleReport.Retention, violation.Urn), (finding.Rule, finding.Urn));
    }

    [Fact]
    public void Of_RuleThatThePackDoesNotList_IsStillAFinding()
    {
        var report = SampleReport.Report([], [SampleReport.Violation(SampleReport.Required, "a", "lacks Team", "")]);

        Assert.Equal(("TAG001-required-tag-missing", true), (report.Findings[0].Rule.Name, report.Findings[0].Blocks));
    }
}
