using System.Text.Json;
using FinOps.Core.Inventory;
using FinOps.Core.Inventory.Counting;

namespace FinOps.Core.Tests.Inventory;

public sealed class TagTallyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Fact]
    public void Build_FewResources_CountsEachThing()
    {
        var counts = Count(
        [
            Live.Resource(1, ("Team", "payments"), ("Name", "a")),
            Live.Resource(2, ("Team", "payments")),
            Live.Resource(3, "s3", ("Team", "search"), ("aws:createdBy", "x")),
            Live.Resource(4, ("aws:createdBy", "x")),
            Live.Resource(5),
        ]);

        Assert.Equal((5, 2, 6L), (counts.Resources, counts.Untagged, counts.Tags));
        Assert.Equal(["Team", "aws:createdBy", "Name"], counts.Keys.Select(key => key.Key));
        var team = counts.Key("Team")!;
        Assert.Equal((3, 2L, 0), (team.Resources, team.DistinctValues, team.UnlistedResources));
        Assert.Equal(["ec2:instance", "s3"], team.Types);
        Assert.Equal(["100000000000", "100000000001", "100000000002"], team.Accounts);
        Assert.Equal(new ValueCount("payments", 2, 2, 2, 1, "arn:aws:ec2:eu-west-1:100000000002:instance/i-00000002"), team.Values[0]);
        Assert.Equal([new PlaceCount("ec2:instance", 4, 2), new PlaceCount("s3", 1, 0)], counts.Types);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Build_AnyOrder_GivesTheSameCounts(int seed)
    {
        var resources = Live.Random(seed, 200);

        Assert.Equal(Text(Count(resources)), Text(Count(Live.Shuffled(resources, seed))));
        // With room for too few values most are thrown out on the way; which ones must not depend on the order either.
        Assert.Equal(Text(Count(Wild(seed, 900), room: 256)), Text(Count(Live.Shuffled(Wild(seed, 900), seed), room: 256)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Build_AnyResources_CountsAddUp(int seed)
    {
        foreach (var (resources, room) in new[] { (Live.Random(seed, 300), TagTally.MostPairs), (Wild(seed, 900), 256) })
        {
            var counts = Count(resources, room);

            Assert.Equal(resources.Count, counts.Resources);
            Assert.Equal(resources.Sum(resource => resource.Tags.Count), counts.Tags);
            Assert.Equal(counts.Tags, counts.Keys.Sum(key => key.Resources) + counts.UnlistedTags);
            foreach (var places in new[] { counts.Accounts, counts.Regions, counts.Types })
                Assert.Equal((counts.Resources, counts.Untagged), (places.Sum(place => place.Resources), places.Sum(place => place.Untagged)));
            Assert.All(counts.Keys, key =>
            {
                Assert.Equal(resources.Count(resource => resource.Tags.ContainsKey(key.Key)), key.Resources);
                Assert.Equal(key.Resources, key.Values.Sum(value => value.Resources) + key.UnlistedResources);
                Assert.All(key.Values, value => Assert.Equal(resources.Count(resource => resource.Tags.GetValueOrDefault(key.Key) == value.Value), value.Resources));
                Assert.True(key.Examples.Count is > 0 and <= 5);
            });
        }
    }

    [Fact]
    public void Build_MoreKeysThanRoom_KeepsTheStandardsAndSaysHowManyThereAre()
    {
        var tally = new TagTally(["Team"]);
        for (var number = 0; number < 10_000; number++)
            tally.Add(Live.Resource(number, ($"key {number}", "x"), ("Team", "payments")));

        var counts = tally.Build();

        Assert.Equal(10_000, counts.Key("Team")!.Resources);
        Assert.Equal(TagTally.MostKeys, counts.Keys.Count);
        Assert.Equal(20_000, counts.Keys.Sum(key => key.Resources) + counts.UnlistedTags);
        Assert.InRange(counts.DistinctKeys, 9_000, 11_000);
    }

    [Fact]
    public void Add_ANameForEachResource_HasABoundOnMemory()
    {
        // 30,000 resources with 10 different texts each are 300,000 values, of which there is room for 8,192.
        var tally = new TagTally([], mostPairs: 8_192);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var number = 0; number < 30_000; number++)
            tally.Add(Live.Resource(number, [.. Enumerable.Range(0, 10).Select(key => ($"key{key}", $"a value of its own for {number}"))]));
        var after = GC.GetTotalMemory(forceFullCollection: true);

        var counts = tally.Build();

        Assert.True(after - before < 24_000_000, $"{after - before:N0} bytes");
        Assert.All(counts.Keys, key => Assert.InRange(key.DistinctValues, 25_000, 35_000));
        Assert.All(counts.Keys, key => Assert.True(key.NamesSingleThings));
        Assert.True(counts.Keys.Sum(key => key.Values.Count) <= 8_192);
    }

    [Fact]
    public void Read_PackedResources_AreTheSameEachTime()
    {
        var resources = Live.Random(7, 500);
        using var pack = new ResourcePack();
        foreach (var resource in resources)
            pack.Add(resource);

        foreach (var _ in (int[])[1, 2])
            Assert.Equal(resources.Select(Text), pack.Read().Select(Text));
        Assert.Equal(500, pack.Count);

        static string Text(LiveResource resource) => JsonSerializer.Serialize(resource);
    }

    private static TagCounts Count(IEnumerable<LiveResource> resources, int room = TagTally.MostPairs)
    {
        var tally = new TagTally(["Team"], room);
        foreach (var resource in resources)
            tally.Add(resource);
        return tally.Build();
    }

    /// <summary>More different values than there is room for, under five keys.</summary>
    private static List<LiveResource> Wild(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(number => Live.Resource(number, ("Team", $"t{random.Next(40)}"), ("Name", $"n{number}"), ("Id", $"{random.Next(700)}"), ("a", $"{random.Next(9)}")))];
    }

    private static string Text(TagCounts counts) => JsonSerializer.Serialize(counts);
}
