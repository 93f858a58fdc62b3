using FinOps.Core.Problems;
using FinOps.Core.Waivers;

namespace FinOps.Core.Tests.Waivers;

public sealed class WaiverListTests
{
    [Fact]
    public void Parse_Waiver_HasItsScopeAndItsTime()
    {
        var list = WaiverList.Parse("""
            version: 1
            maxLife: { high: 60 }
            waivers:
              - rule: COST002
                resource: "*::legacy-*"
                account: '111122223333'
                owner: payments@example.com
                reason: moved in March
                ticket: FIN-17
                since: 2026-01-05
                expires: 2026-04-01
            """, "waivers.yaml");

        var waiver = Assert.Single(list.Waivers);
        Assert.Equal((60, 180, 86, 4L), (list.MaxLife["high"], list.MaxLife["medium"], waiver.LifeInDays, waiver.Line));
        Assert.Equal([false, true, true, false], new[] { "2026-01-04", "2026-01-05", "2026-03-31", "2026-04-01" }.Select(day => waiver.HoldsOn(DateOnly.ParseExact(day, "yyyy-MM-dd"))));
        Assert.True(waiver.Covers("COST002", "urn:pulumi:dev::shop::aws:ebs/volume:Volume::legacy-1", "aws:ebs/volume:Volume", "shop/dev", ["111122223333"]));
        Assert.False(waiver.Covers("COST002", "urn:pulumi:dev::shop::aws:ebs/volume:Volume::legacy-1", "aws:ebs/volume:Volume", "shop/dev", ["999999999999"]));
        Assert.False(waiver.Covers("COST002", "urn:pulumi:dev::shop::aws:ebs/volume:Volume::new-1", "aws:ebs/volume:Volume", "shop/dev", ["111122223333"]));
        Assert.False(waiver.Covers("COST001", "urn:pulumi:dev::shop::aws:ebs/volume:Volume::legacy-1", "aws:ebs/volume:Volume", "shop/dev", ["111122223333"]));
    }

    [Fact]
    public void Parse_ManyMistakes_ListsAllAtOnce()
    {
        var mistakes = Assert.Throws<ProblemException>(() => WaiverList.Parse("""
            version: 1
            maxLife: { high: soon, huge: 3 }
            waivers:
              - { rule: COST002, owner: o, reason: r, ticket: t, since: 2026-01-05, expires: 2026-01-05 }
              - { rule: COST002, stack: a/b, account: 12, owner: o, since: 5.1.2026, expires: 2026-02-01, extra: 1 }
              - nonsense
            """, "waivers.yaml")).Problems;

        Assert.Equal(
            ["2:18 maxLife.high", "2:24 maxLife.huge", "4:5 waivers[0]", "4:82 waivers[0].expires", "5:43 waivers[1].account",
                "5:5 waivers[1].reason", "5:5 waivers[1].ticket", "5:64 waivers[1].since", "5:95 waivers[1].extra", "6:5 waivers[2]"],
            mistakes.Select(mistake => mistake.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("waivers: []", "version")]
    [InlineData("version: 2", "version")]
    [InlineData("version: 1\nwaiver: []", "waiver")]
    [InlineData("version: 1\nmaxLife: { high: 0 }", "maxLife.high")]
    [InlineData("version: 1\nmaxLife: { high: +60 }", "maxLife.high")]
    [InlineData("version: 1\nmaxLife: { high: 3661 }", "maxLife.high")]
    [InlineData("version: 1\nwaivers: [{ rule: A1, account: 11112222333x, owner: o, reason: r, ticket: t, since: 2026-01-05, expires: 2026-02-01 }]", "waivers[0].account")]
    [InlineData("version: 1\nwaivers: [{ rule: A1, stack: a/b, owner: o, reason: ' ', ticket: t, since: 2026-01-05, expires: 2026-02-01 }]", "waivers[0].reason")]
    [InlineData("version: 1\nwaivers: [{ rule: A1, stack: a/b, owner: o, reason: r, ticket: t, since: 2026-1-5, expires: 2026-02-01 }]", "waivers[0].since")]
    public void Parse_OneMistake_IsToldWithItsPlace(string yaml, string path) =>
        Assert.EndsWith(path, Assert.Single(Assert.Throws<ProblemException>(() => WaiverList.Parse(yaml, "waivers.yaml")).Problems).Path, StringComparison.Ordinal);

    [Fact]
    public void Parse_LongestLife_IsTenYears() => Assert.Equal(3660, WaiverList.Parse("version: 1\nmaxLife: { low: 3660 }", "waivers.yaml").MaxLife["low"]);

    [Theory]
    [InlineData("type: 'aws:ebs/*'", true)]
    [InlineData("type: 'aws:ec2/*'", false)]
    [InlineData("stack: 'shop/dev*'", true)]
    [InlineData("stack: 'SHOP/dev'", false)]
    [InlineData("resource: '*::data', stack: 'shop/*', type: 'aws:s3/*'", false)]
    public void Covers_EveryScopeHasToMatch(string scope, bool expected)
    {
        var waiver = Assert.Single(WaiverList.Parse($"version: 1\nwaivers: [{{ rule: COST002, {scope}, owner: o, reason: r, ticket: t, since: 2026-01-05, expires: 2026-02-01 }}]", "waivers.yaml").Waivers);

        Assert.Equal(expected, waiver.Covers("COST002", "urn:pulumi:dev::shop::aws:ebs/volume:Volume::data", "aws:ebs/volume:Volume", "shop/dev", []));
    }

    [Fact]
    public void Parse_NoWaivers_IsFine() => Assert.Empty(WaiverList.Parse("version: 1", "waivers.yaml").Waivers);
}
