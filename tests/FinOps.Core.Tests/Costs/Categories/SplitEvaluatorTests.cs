using FinOps.Core.Costs;
using FinOps.Core.Costs.Categories;

namespace FinOps.Core.Tests.Costs.Categories;

public sealed class SplitEvaluatorTests
{
    private static readonly string[] Values = ["a", "b", "c", "d", "e", "f"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Fact]
    public void Apply_EachMethod_DividesAsItsNameSays()
    {
        var direct = Costs(("shared", 100m), ("a", 30m), ("b", 10m), ("c", 0m));

        Assert.Equal([33.34m, 33.33m, 33.33m], Received(new SplitCharge("shared", SplitMethod.Even, ["a", "b", "c"], []), direct));
        Assert.Equal([50m, 20m, 30m], Received(new SplitCharge("shared", SplitMethod.Fixed, ["a", "b", "c"], [50, 20, 30]), direct));
        Assert.Equal([75m, 25m, 0m], Received(new SplitCharge("shared", SplitMethod.Proportional, ["a", "b", "c"], []), direct));
    }

    [Fact]
    public void Apply_ProportionalAmongThoseWithoutCost_DividesEvenly() =>
        Assert.Equal([5m, 5m], Received(new SplitCharge("shared", SplitMethod.Proportional, ["a", "b"], []), Costs(("shared", 10m), ("a", -3m))));

    [Fact]
    public void Apply_SourceWithoutCost_ChangesNothing()
    {
        var after = SplitEvaluator.Apply([new SplitCharge("shared", SplitMethod.Even, ["a"], [])], Costs(("a", 7m)));

        Assert.Equal(Money.Usd(7), after["a"].Total);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Apply_AnyCosts_NothingIsLostOrMade(int seed)
    {
        var random = new Random(seed);
        var direct = Values.ToDictionary(value => value, _ => Money.Usd(random.Next(-200_000, 2_000_000_000) / 1_000_000m));
        var splits = Splits(random);

        var after = SplitEvaluator.Apply(splits, direct);

        Assert.Equal(Money.Sum(direct.Values), Money.Sum(after.Values.Select(cost => cost.Total)));
        Assert.Equal(Money.Sum(after.Values.Select(cost => cost.Given)), Money.Sum(after.Values.Select(cost => cost.Received)));
        Assert.All(splits, split => Assert.True(after[split.Source].Total.IsZero));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Apply_EvenSplit_PartsAreWithinACentOfEachOther(int seed)
    {
        var random = new Random(seed);
        var direct = Costs(("shared", random.Next(-1_000_000, 100_000_000) / 100m));

        var parts = Received(new SplitCharge("shared", SplitMethod.Even, [.. Values.Take(random.Next(1, Values.Length + 1))], []), direct);

        Assert.InRange(parts.Max() - parts.Min(), 0m, 0.01m);
        Assert.All(parts, part => Assert.Equal(part, Math.Round(part, 2)));
    }

    // Up to two sources, which are never targets.
    private static List<SplitCharge> Splits(Random random)
    {
        var sources = Values.OrderBy(_ => random.Next()).Take(random.Next(1, 3)).ToList();
        return [.. sources.Select(source =>
        {
            string[] targets = [.. Values.Except(sources).OrderBy(_ => random.Next()).Take(random.Next(1, 5))];
            var method = (SplitMethod)random.Next(3);
            return new SplitCharge(source, method, targets, method == SplitMethod.Fixed ? Percentages(random, targets.Length) : []);
        })];
    }

    private static IReadOnlyList<decimal> Percentages(Random random, int count)
    {
        var shares = Enumerable.Range(0, count - 1).Select(_ => (decimal)random.Next(0, 100 / count)).ToList();
        return [.. shares, 100 - shares.Sum()];
    }

    private static decimal[] Received(SplitCharge split, IReadOnlyDictionary<string, Money> direct)
    {
        var after = SplitEvaluator.Apply([split], direct);
        return [.. split.Targets.Select(target => after[target].Received.Amount)];
    }

    private static Dictionary<string, Money> Costs(params (string Value, decimal Usd)[] costs) => costs.ToDictionary(cost => cost.Value, cost => Money.Usd(cost.Usd));
}
