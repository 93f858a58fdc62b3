using FinOps.Core.Costs;
using FinOps.Core.Optimization;

namespace FinOps.Core.Tests.Optimization;

public sealed class DeduplicationTests
{
    [Fact]
    public void Analyse_SeveralSourcesAboutOneAction_CountsTheMostTrustedOnce()
    {
        var analysis = Some.Analyse(
            Some.Advice(102, source: AdviceSource.CostExplorer, region: ""),
            Some.Advice(90, source: AdviceSource.TrustedAdvisor),
            Some.Advice(100),
            Some.Advice(95, source: AdviceSource.ComputeOptimizer));

        var only = Assert.Single(analysis.Usage);
        Assert.Equal(Money.Usd(100), analysis.UsageTotal);
        Assert.Equal(Enum.GetValues<AdviceSource>(), only.Best.Sources);
        Assert.Empty(only.Alternatives);
    }

    [Fact]
    public void Analyse_ActionsThatExcludeEachOther_CountTheBestAndListTheRest()
    {
        var analysis = Some.Analyse(Some.Advice(40), Some.Advice(100, SavingAction.Stop), Some.Advice(20, SavingAction.MigrateToGraviton));

        var only = Assert.Single(analysis.Usage);
        Assert.Equal((SavingAction.Stop, Money.Usd(100)), (only.Best.Action, analysis.UsageTotal));
        Assert.Equal([SavingAction.Rightsize, SavingAction.MigrateToGraviton], only.Alternatives.Select(option => option.Action));
    }

    [Theory]
    [InlineData("444455556666", "eu-west-1", "ec2:instance")]
    [InlineData("111122223333", "us-east-1", "ec2:instance")]
    [InlineData("111122223333", "eu-west-1", "lambda:function")]
    public void Analyse_SameIdInAnotherAccountRegionOrService_IsAnotherResource(string account, string region, string type)
    {
        var analysis = Some.Analyse(Some.Advice(10, id: "orders"), Some.Advice(5, id: "orders", account: account, region: region, type: type));

        Assert.Equal(2, analysis.Usage.Count);
        Assert.Equal(Money.Usd(15), analysis.UsageTotal);
    }

    [Fact]
    public void Analyse_PartsOfADatabaseWithPricesOfTheirOwn_BothCount() =>
        Assert.Equal(Money.Usd(15), Some.Analyse(Some.Advice(10, type: "rds:db", id: "db-1"), Some.Advice(5, SavingAction.Upgrade, type: "rds:db-storage", id: "db-1")).UsageTotal);

    [Fact]
    public void Analyse_RegionUnknownAndTwoResourcesOfTheName_GuessesNone()
    {
        var analysis = Some.Analyse(Some.Advice(1), Some.Advice(2, region: "us-east-1"), Some.Advice(4, source: AdviceSource.CostExplorer, region: ""));

        Assert.Equal(Money.Usd(7), analysis.UsageTotal);
    }

    [Fact]
    public void Analyse_Purchases_AreNeverAddedToUsage_AndExcludeEachOtherWithinAFamily()
    {
        var analysis = Some.Analyse(
            Some.Advice(40),
            Some.Advice(1000, SavingAction.PurchaseSavingsPlans, type: "ComputeSavingsPlans", id: "1 year", region: "us-east-1"),
            Some.Advice(900, SavingAction.PurchaseReservedInstances, type: "Ec2ReservedInstances", id: "m6i"),
            Some.Advice(70, SavingAction.PurchaseReservedInstances, type: "RdsReservedInstances", id: "1 year"));

        Assert.Equal((Money.Usd(40), Money.Usd(1070)), (analysis.UsageTotal, analysis.PurchaseTotal));
        Assert.Equal(2, analysis.Purchases.Count);
    }

    [Fact]
    public void Analyse_Currencies_AreNeverMixed()
    {
        var analysis = Some.Analyse(Some.Advice(40), Some.Advice(60, id: "i-2"), Some.Advice(500, id: "i-3", currency: "CNY"));

        Assert.Equal(("USD", Money.Usd(100)), (analysis.Currency, analysis.UsageTotal));
        Assert.Equal(new Money(500, "CNY"), Assert.Single(analysis.OtherCurrencies).MonthlySaving);
    }

    [Fact]
    public void Analyse_WhatSavesNothing_IsNoOpportunity() => Assert.Empty(Some.Analyse(Some.Advice(0), Some.Advice(-12, id: "i-2")).Usage);

    /// <summary>Any order of sources and pages, with any page read twice, gives the same; parts add up to the total, and the total is no more than the sum.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Analyse_AnyOrderAndRepetition_GivesTheSameTotal(int seed)
    {
        var random = new Random(seed);
        List<Advice> advice = [.. Enumerable.Range(0, 400).Select(at => Any(random, at))];
        var first = OptimizationAnalyst.Analyse(Some.Facts(advice) with { HubTotals = new HubTotals(Money.Usd(1234.56m), Money.Usd(78.9m)) }, Some.Owners());

        for (var round = 0; round < 5; round++)
        {
            List<Advice> shuffled = [.. advice, .. advice.Where(_ => random.Next(4) == 0)];
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(shuffled));
            var again = OptimizationAnalyst.Analyse(Some.Facts(shuffled), Some.Owners());
            Assert.Equal((first.UsageTotal, first.PurchaseTotal), (again.UsageTotal, again.PurchaseTotal));
            Assert.Equal(first.Usage.Select(each => (each.Id, each.Score, each.Best.Id)), again.Usage.Select(each => (each.Id, each.Score, each.Best.Id)));
        }

        var usage = advice.Where(each => !each.Action.IsPurchase() && each.MonthlySaving is { Currency: "USD", Amount: > 0 });
        Assert.True(first.UsageTotal <= Money.Sum(usage.Select(each => each.MonthlySaving)));
        foreach (var parts in new[] { first.ByAction, first.ByOwner, first.ByAccount, first.ByEffort })
        {
            Assert.Equal(first.UsageTotal, Money.Sum(parts.Select(part => part.MonthlySaving)));
            Assert.Equal(first.Usage.Count, parts.Sum(part => part.Count));
        }

        foreach (var comparison in new[] { first.UsageComparison!, first.PurchaseComparison! })
            Assert.Equal(comparison.Ours, comparison.Aws + comparison.Elsewhere - comparison.SetAside + comparison.Remainder);
        Assert.Equal(first.Usage.Count, first.Usage.Select(each => each.Resource).Distinct().Count());
    }

    private static Advice Any(Random random, int at)
    {
        var action = (SavingAction)random.Next(9);
        var type = action.IsPurchase() ? Pick("ComputeSavingsPlans", "Ec2ReservedInstances", "RdsReservedInstances") : Pick("ec2:instance", "ec2:volume", "rds:db");
        return Some.Advice(
            random.Next(-500, 100_000) / 100m, action, (AdviceSource)random.Next(4), $"r-{random.Next(40)}", type, Pick("111122223333", "444455556666"), Pick("eu-west-1", "us-east-1", ""),
            random.Next(50) == 0 ? "CNY" : "USD", $"a-{at}");

        string Pick(params string[] from) => from[random.Next(from.Length)];
    }
}
