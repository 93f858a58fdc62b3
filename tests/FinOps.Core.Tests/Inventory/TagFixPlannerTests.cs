using FinOps.Core.Inventory;
using FinOps.Core.Inventory.Counting;
using FinOps.Core.Inventory.Fixes;
using FinOps.Core.Tagging;
using FinOps.Core.Tests.Tagging;

namespace FinOps.Core.Tests.Inventory;

public sealed class TagFixPlannerTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Fact]
    public void Plan_KeyAndValueMisspelt_IsOneFix()
    {
        var (fixes, refusals) = Plan(Live.Resource(1, ("team", "Payments")));

        var fix = Assert.Single(fixes);
        Assert.Equal(("team", "Payments", "Team", "payments"), (fix.Key, fix.Value, fix.NewKey, fix.NewValue));
        Assert.Equal("key: other letter case; value: other letter case", fix.Why);
        Assert.Empty(refusals);
    }

    [Fact]
    public void Plan_OldKeyBesideTheRightOne_GoesOnlyWhenBothSayTheSame()
    {
        Assert.Equal(["team"], Plan(Live.Resource(1, ("team", "payments"), ("Team", "payments"))).Fixes.Select(fix => fix.Key));
        Assert.Equal(["TEAM", "team"], Plan(Live.Resource(1, ("team", "payments"), ("TEAM", "Payments"))).Fixes.Select(fix => fix.Key));

        var (fixes, refusals) = Plan(Live.Resource(1, ("team", "payments"), ("Team", "search")));
        Assert.Empty(fixes);
        Assert.Equal("the resource has several spellings of Team with different values", Assert.Single(refusals).Why);
    }

    [Fact]
    public void Plan_WhatWouldLoseATag_IsRefused()
    {
        var full = Live.Resource(1, [("team", "payments"), .. Enumerable.Range(0, TagLimits.TagsPerResource - 1).Select(at => ($"zz {at}", "x"))]);
        Assert.Contains("no room", Assert.Single(Plan(full).Refusals).Why, StringComparison.Ordinal);
        Assert.Single(Plan(full with { Tags = full.Tags.Where(tag => tag.Key != "zz 0").ToDictionary() }).Fixes);

        var role = Live.Resource(1, "iam", ("team", "payments"));
        Assert.Contains("IAM", Assert.Single(Plan(role).Refusals).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_TagsOfAws_AreLeftAlone() =>
        Assert.Equal((0, 0), Plan(Live.Resource(1, ("aws:Team", "Payments"), ("AWS:team", "x"))) is var (fixes, refusals) ? (fixes.Count, refusals.Count) : default);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Plan_AfterTheFixesWereApplied_ChangesNothing(int seed)
    {
        var resources = Live.Random(seed, 120);
        var proposals = Proposals(resources);
        var planner = new TagFixPlanner(proposals);

        var fixedOnes = resources.ConvertAll(resource => Apply(resource, planner.Plan(resource).Fixes));

        Assert.All(fixedOnes, resource => Assert.Empty(planner.Plan(resource).Fixes));
        Assert.Contains(resources, resource => planner.Plan(resource).Fixes.Count > 0);
        // Nothing got lost: each resource still says for each key what it said, in the proposed spelling.
        foreach (var (before, after) in resources.Zip(fixedOnes))
        {
            var refused = planner.Plan(before).Refusals.Select(refusal => refusal.Key).ToHashSet();
            Assert.All(before.Tags, tag =>
            {
                var (key, value) = !refused.Contains(tag.Key) && !TagLimits.IsReserved(tag.Key) && proposals.For(tag.Key, tag.Value) is { } to ? (to.Key, to.Value) : (tag.Key, tag.Value);
                Assert.Equal(value, after.Tags[key]);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Plan_AnyTag_NeverBecomesSomethingThatTheStandardRefuses(int seed)
    {
        var resources = Live.Random(seed, 120);
        var planner = new TagFixPlanner(Proposals(resources));

        Assert.All(resources.SelectMany(resource => planner.Plan(resource).Fixes), fix =>
        {
            Assert.False(TagLimits.IsReserved(fix.Key));
            Assert.True(fix.Value == fix.NewValue || Standards.Shipped.IsAllowed(fix.NewKey, fix.NewValue), $"{fix}");
            // A value that the standard allows under the key stays as it is.
            Assert.True(fix.Value == fix.NewValue || Standards.Shipped.Key(fix.NewKey) is null || !Standards.Shipped.IsAllowed(fix.NewKey, fix.Value), $"{fix}");
        });
    }

    [Fact]
    public void Of_ValuesThatNameSingleThings_AreNotCompared()
    {
        var resources = Enumerable.Range(0, 200).Select(number => Live.Resource(number, ("Name", (number % 2 == 0 ? "web-" : "Web_") + Letters(number)))).ToList();

        var proposals = Proposals(resources);

        Assert.Equal(["Name"], proposals.NotCompared);
        Assert.Empty(proposals.Values);

        static string Letters(int number) => string.Concat($"{number / 2}".Select(digit => (char)(digit - '0' + 'a')));
    }

    [Fact]
    public void Hash_SameFixesInAnyOrder_IsTheSameAndAnyChangeIsAnother()
    {
        var resources = Live.Random(4, 100);
        var planner = new TagFixPlanner(Proposals(resources));
        var fixes = resources.SelectMany(resource => planner.Plan(resource).Fixes).Take(30).ToList();
        var hash = TagFixHash.Of(fixes);

        Assert.Equal(TagFixHash.Length, hash.Length);
        Assert.Equal(hash, TagFixHash.Of(Live.Shuffled(fixes, 3)));
        Assert.Equal(hash, TagFixHash.Of(fixes.Select(fix => fix with { Why = "" })));
        Assert.NotEqual(hash, TagFixHash.Of(fixes.Skip(1)));
        Assert.NotEqual(hash, TagFixHash.Of(fixes.Select((fix, at) => at == 3 ? fix with { NewValue = fix.NewValue + " " } : fix)));
        Assert.NotEqual(hash, TagFixHash.Of(fixes.Select((fix, at) => at == 3 ? fix with { Arn = fix.Arn + fix.AccountId[..1], AccountId = fix.AccountId[1..] } : fix)));
    }

    internal static TagProposals Proposals(IEnumerable<LiveResource> resources)
    {
        var tally = new TagTally(Standards.Shipped.Keys.Select(key => key.Name));
        foreach (var resource in resources)
            tally.Add(resource);
        return TagProposals.Of(tally.Build(), Standards.Shipped, null);
    }

    private static (IReadOnlyList<TagFix> Fixes, IReadOnlyList<FixRefusal> Refusals) Plan(LiveResource resource) => new TagFixPlanner(Proposals([resource])).Plan(resource);

    private static LiveResource Apply(LiveResource resource, IReadOnlyList<TagFix> fixes)
    {
        var tags = resource.Tags.ToDictionary(StringComparer.Ordinal);
        foreach (var fix in fixes)
            tags[fix.NewKey] = fix.NewValue;
        foreach (var fix in fixes.Where(fix => fix.MovesKey))
            tags.Remove(fix.Key);
        return resource with { Tags = tags };
    }
}
