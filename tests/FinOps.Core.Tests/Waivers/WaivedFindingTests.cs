using FinOps.Core.Waivers;

namespace FinOps.Core.Tests.Waivers;

public sealed class WaivedFindingTests
{
    [Theory]
    [InlineData("urn:pulumi:dev::shop::aws:cloudwatch/logGroup:LogGroup::app", "old app")]
    [InlineData("urn:pulumi:dev::shop::a:b:C::a (b) c", "(agreed): see FIN-2, until May")]
    [InlineData("", "the stack is: empty")]
    public void Parse_WhatToStringWrote_IsTheSame(string urn, string reason)
    {
        var finding = new WaivedFinding("COST003", urn, reason, "payments@example.com", "FIN-1", new DateOnly(2026, 3, 1));

        Assert.Equal(finding, WaivedFinding.Parse("  " + finding));
    }

    [Fact]
    public void ToString_ReasonOfSeveralLines_IsOne() =>
        Assert.DoesNotContain('\n', new WaivedFinding("COST003", "", "first\r\nsecond", "o", "t", new DateOnly(2026, 3, 1)).ToString());

    [Theory]
    [InlineData("1 finding is waived:")]
    [InlineData("COST003 urn:pulumi:dev::shop::a:b:C::x: reason (owner, ticket, until 2026-13-01)")]
    [InlineData("the waiver of COST003 on line 3 (owner, ticket) matches no finding in this stack; remove it.")]
    public void Parse_AnyOtherText_IsNull(string text) => Assert.Null(WaivedFinding.Parse(text));
}
