using FinOps.Functions.Digest;

namespace FinOps.Functions.Tests.Digest;

public sealed class DigestWriterTests
{
    private static readonly DateTimeOffset First = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Second = First.AddDays(7);

    [Fact]
    public void Write_SecondWeek_TellsNewOpenAndFixedApart()
    {
        var before = Write(First, null, File("cost", ("payments", ["stays", "goes"])));

        var now = Write(Second, before, File("cost", ("payments", ["stays", "comes"])));

        var owner = Assert.Single(now.Owners);
        Assert.Equal(["comes"], Ids(owner.New));
        Assert.Equal(["stays"], Ids(owner.Open));
        Assert.Equal(["goes"], Ids(owner.Fixed));
        Assert.Equal(new DateOnly(2026, 11, 16), owner.Open[0].Since);
        Assert.Equal(new DateOnly(2026, 11, 23), owner.New[0].Since);
    }

    [Fact]
    public void Write_ReportThatIsNotThere_FixesNothing()
    {
        var before = Write(First, null, File("cost", ("payments", ["a"])), File("tags", ("payments", ["a", "b"])));

        var now = Write(Second, before, File("cost", ("payments", [])));
        var later = Write(Second.AddDays(7), now, File("cost"), File("tags", ("payments", ["b"])));

        Assert.Equal(["a"], Ids(Assert.Single(now.Owners).Fixed));
        Assert.Equal(["a", "b"], Ids(now.Owners[0].NotLookedAt));
        Assert.Equal(["a"], Ids(Assert.Single(later.Owners).Fixed));
        Assert.Equal(["b"], Ids(later.Owners[0].Open));
        Assert.Equal(new DateOnly(2026, 11, 16), later.Owners[0].Open[0].Since);
    }

    [Fact]
    public void Write_ReportThatCouldNotLookForAKind_FixesNoneOfIt()
    {
        var before = Write(First, null, File("cost", ("payments", ["budget/a", "growth/a"])));

        var now = Write(Second, before, File("cost", ("payments", [])) with { NotLookedAt = ["budget/"] });

        Assert.Equal(["growth/a"], Ids(Assert.Single(now.Owners).Fixed));
        Assert.Equal(["budget/a"], Ids(now.Owners[0].NotLookedAt));
    }

    [Fact]
    public void Write_FindingGoesToAnotherOwner_IsNotFixedAndKeepsItsAge()
    {
        var before = Write(First, null, File("cost", ("payments", ["a"])));

        var now = Write(Second, before, File("cost", ("search", ["a"])));

        var owner = Assert.Single(now.Owners);
        Assert.Equal("search", owner.Owner);
        Assert.Equal(new DateOnly(2026, 11, 16), Assert.Single(owner.Open).Since);
    }

    [Fact]
    public void Write_OwnerThatNobodyKnows_IsToldToNobodyWithItsName()
    {
        var now = Write(First, null, File("cost", ("stranger", ["a"]), ("", ["b"])));

        var owner = Assert.Single(now.Owners);
        Assert.Equal(DigestOptions.Nobody, owner.Owner);
        Assert.Equal(["a (owner: stranger)", "b"], owner.New.Select(item => item.Finding.Title).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Write_OverManyRandomWeeks_LosesNothing()
    {
        var random = new Random(42);
        DigestState? state = null;
        var known = new HashSet<string>();
        for (var week = 0; week < 60; week++)
        {
            var ids = Enumerable.Range(0, 12).Where(_ => random.Next(3) > 0).Select(id => $"f{id}").ToArray();
            var read = random.Next(4) > 0;
            var now = Write(First.AddDays(7 * week), state, read ? [File("cost", ("payments", ids))] : []);
            var all = now.Owners.SelectMany(owner => owner.Standing.Concat(owner.Fixed)).Select(item => item.Finding.Id).ToList();

            Assert.Equal(all.Distinct().Count(), all.Count);
            Assert.Equal(read ? known.Union(ids).Order(StringComparer.Ordinal) : known.Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
            known = [.. now.Owners.SelectMany(owner => owner.Standing).Select(item => item.Finding.Id)];
            state = now;
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"function":"f","day":"2026-11-16","generatedAt":"2026-11-16T00:00:00Z","owners":[null]}""")]
    [InlineData("""{"function":"f","day":"2026-11-16","generatedAt":"2026-11-16T00:00:00Z","owners":[{"owner":"a","items":[{"id":"","title":"t","severity":"Note"}]}]}""")]
    [InlineData("""{"function":"f","day":"2026-11-16","generatedAt":"2026-11-16T00:00:00Z","owners":[{"owner":"a","items":[{"id":"i","title":"t","severity":"Note","currency":"usd"}]}]}""")]
    [InlineData("""{"function":"f","day":"2026-11-16","generatedAt":"2026-11-16T00:00:00Z","owners":[{"owner":"a","items":[{"id":"i","title":"t","severity":"Note"},{"id":"i","title":"t","severity":"Note"}]}]}""")]
    public void TryRead_FileOfAnotherShape_SaysWhatIsWrong(string json)
    {
        Assert.False(OwnersFile.TryRead(json, out _, out var mistake));
        Assert.NotEmpty(mistake);
    }

    internal static OwnersFile File(string function, params (string Owner, string[] Ids)[] owners) =>
        new(function, new DateOnly(2026, 11, 16), First, [.. owners.Select(owner => new OwnerFindings(owner.Owner, [.. owner.Ids.Select(id => new Finding(id, id, FindingSeverity.Warning, 10, "USD"))]))]);

    private static DigestState Write(DateTimeOffset now, DigestState? before, params OwnersFile[] files) =>
        DigestWriter.Write("2026-W47", now, files, owner => owner is "payments" or "search" ? owner : DigestOptions.Nobody, before, []);

    private static IEnumerable<string> Ids(IEnumerable<DigestItem> items) => items.Select(item => item.Finding.Id);
}
