using FinOps.Core.Costs;
using FinOps.Core.Optimization;

namespace FinOps.Core.Tests.Optimization;

public sealed class RankingTests
{
    [Fact]
    public void Effort_EveryWordOfAws_HasAWeightOfItsOwn_FallingWithTheEffort()
    {
        string[] words = ["VeryLow", "Low", "Medium", "High", "VeryHigh"];

        var weights = words.Select(word => RankWeights.Default.Effort[SavingActions.ParseEffort(word)!.Value]).ToList();

        Assert.Equal(weights.OrderDescending(), weights);
        Assert.Equal(5, weights.Distinct().Count());
    }

    [Fact]
    public void Rank_EasyAndCheaper_GoesBeforeVeryHard()
    {
        var analysis = Some.Analyse(
            Some.Advice(399, id: "very-hard") with { Effort = Effort.VeryHigh },
            Some.Advice(400, id: "easy") with { Effort = Effort.VeryLow },
            Some.Advice(401, id: "medium") with { Effort = Effort.Medium });

        Assert.Equal(["easy", "medium", "very-hard"], analysis.Usage.Select(each => each.Resource.Id));
    }

    [Fact]
    public void Effort_UnknownWord_NeverRanksAboveMedium_AndNoneStatedIsTheUsualOne()
    {
        Assert.Equal(Effort.Unknown, SavingActions.ParseEffort("Trivial"));
        Assert.Equal(Effort.Unknown, SavingActions.ParseEffort("3"));
        Assert.Null(SavingActions.ParseEffort(null));
        Assert.True(RankWeights.Default.Effort[Effort.Unknown] < RankWeights.Default.Effort[Effort.Medium]);
        Assert.Equal(Effort.VeryHigh, Assert.Single(Some.Analyse(Some.Advice(1, SavingAction.MigrateToGraviton) with { Effort = null }).Usage).Best.Effort);
    }

    [Fact]
    public void Risk_WhatIsNotSaid_CountsAsTheWorse()
    {
        var (sure, silent) = (new SavingOption(default, SavingAction.Stop, [Some.Advice(1)]), new SavingOption(default, SavingAction.Stop, [Some.Advice(1) with { RestartNeeded = null, RollbackPossible = null, LookbackDays = null }]));

        Assert.Equal(1, RankWeights.Default.RiskOf(sure));
        Assert.Equal(0.8m * 0.6m * 0.9m, RankWeights.Default.RiskOf(silent));
    }

    [Fact]
    public void Score_IsSavingTimesEffortTimesRisk() =>
        Assert.Equal(100 * 0.7m * 0.8m, Assert.Single(Some.Analyse(Some.Advice(100) with { RestartNeeded = true }).Usage).Score);

    [Theory]
    [InlineData("Rightsize", SavingAction.Rightsize)]
    [InlineData("ScaleIn", SavingAction.ScaleIn)]
    [InlineData("rightsize", SavingAction.Other)]
    [InlineData("7", SavingAction.Other)]
    [InlineData(null, SavingAction.Other)]
    public void Action_IsReadAsAwsWritesIt(string? text, SavingAction action) => Assert.Equal(action, SavingActions.Parse(text));

    [Theory]
    [InlineData("arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc", "i-0abc")]
    [InlineData("arn:aws:lambda:eu-west-1:111122223333:function:orders:$LATEST", "orders")]
    [InlineData("arn:aws:lambda:eu-west-1:111122223333:function:orders", "orders")]
    [InlineData("arn:aws:rds:eu-west-1:111122223333:db:main", "main")]
    [InlineData("arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:4e2f:autoScalingGroupName/web", "web")]
    [InlineData("arn:aws:ecs:eu-west-1:111122223333:service/main/orders", "main/orders")]
    [InlineData("arn:aws:s3:::bucket", "bucket")]
    [InlineData("vol-0abc", "vol-0abc")]
    public void ResourceName_OfAnArn_IsTheIdThatOtherSourcesGive(string arn, string id) => Assert.Equal(id, ResourceName.IdOf(arn));

    [Fact]
    public void Owner_IsTheValidTag_ElseTheAccountsTag_ElseItsName()
    {
        var owners = Some.Owners(
            new AccountFacts("111122223333", "shop-prod", new Dictionary<string, string> { ["Team"] = "search" }),
            new AccountFacts("444455556666", "lab", null));

        Assert.Equal(("payments", OwnerSource.ResourceTag), Of("111122223333", "payments"));
        Assert.Equal(("search", OwnerSource.AccountTag), Of("111122223333", "paymnets"));
        Assert.Equal(("lab", OwnerSource.Account), Of("444455556666", null));
        Assert.Equal(("", OwnerSource.None), Of("777788889999", null));

        (string, OwnerSource) Of(string account, string? team)
        {
            var owner = owners.Find(account, team is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Team"] = team });
            return (owner.Name, owner.Source);
        }
    }

    [Fact]
    public void Share_OfTheSpend_IsKnownOnlyInItsCurrency()
    {
        var facts = Some.Facts([Some.Advice(50)]);

        Assert.Equal(0.05m, OptimizationAnalyst.Analyse(facts with { MonthlySpend = Money.Usd(1000) }, Some.Owners()).UsageShare);
        Assert.Null(OptimizationAnalyst.Analyse(facts with { MonthlySpend = new Money(1000, "CNY") }, Some.Owners()).UsageShare);
    }
}
