using FinOps.Core.Costs;
using FinOps.Core.Optimization;
using FinOps.Core.Optimization.Decisions;
using FinOps.Core.Problems;

namespace FinOps.Core.Tests.Optimization;

public sealed class DecisionTests
{
    [Fact]
    public void Read_EveryMistakeAtOnce()
    {
        const string Text = """
            version: 2
            decisions:
              - { id: nonsense, decision: maybe, reason: " ", by: a@example.com, until: soon }
              - { id: 3fa1b2c4d5e6, decision: snooze, reason: later, by: a@example.com, until: 2026-04-01, extra: 1 }
              - { id: 3fa1b2c4d5e6, decision: dismiss, reason: never, by: a@example.com, until: 2026-05-01 }
              - { decision: snooze }
            """;

        var problems = Assert.Throws<ProblemException>(() => DecisionList.Parse(Text, "d.yaml")).Problems;

        Assert.Equal(
            ["FIN2002", "FIN2004", "FIN2004", "FIN2005", "FIN2005", "FIN2005", "FIN2005", "FIN5120", "FIN5120", "FIN5120", "FIN5120"],
            problems.Select(problem => problem.Id).Order());
        Assert.All(problems, problem => Assert.NotEmpty(problem.Fix));
    }

    [Theory]
    [InlineData("version: 1")]
    [InlineData("version: 1\ndecisions:\n")]
    [InlineData("version: 1\ndecisions: []\n")]
    public void Read_NoDecision_IsAnEmptyList(string text) => Assert.Empty(DecisionList.Parse(text, "d.yaml").Decisions);

    [Fact]
    public void Decision_Holds_ThenTheNextBestCounts_ThenComesBackAndSaysSo()
    {
        Advice[] advice = [Some.Advice(100, SavingAction.Stop), Some.Advice(40)];
        var stop = Assert.Single(Some.Analyse(advice).Usage).Best.Id;
        var facts = Some.Facts(advice) with
        {
            HubTotals = new HubTotals(Money.Usd(100), null),
            Decisions = DecisionList.Parse($"version: 1\ndecisions:\n- {{ id: '{stop}', decision: dismiss, reason: runs once a month, by: a@example.com, until: 2026-03-20 }}\n- {{ id: 'ffffffffffff', decision: snooze, reason: gone, by: a@example.com, until: 2026-03-20 }}\n", "d.yaml"),
        };

        var during = OptimizationAnalyst.Analyse(facts, Some.Owners());
        var after = OptimizationAnalyst.Analyse(facts with { Today = new DateOnly(2026, 3, 20) }, Some.Owners());

        Assert.Equal((SavingAction.Rightsize, Money.Usd(40)), (Assert.Single(during.Usage).Best.Action, during.UsageTotal));
        Assert.Equal(stop, Assert.Single(during.Decisions.SetAside).Option.Id);
        Assert.Equal(Money.Usd(60), during.UsageComparison!.SetAside);
        Assert.True(during.UsageComparison.Remainder.IsZero);
        Assert.Equal("ffffffffffff", Assert.Single(during.Decisions.WithoutAdvice).Option);
        Assert.Equal((SavingAction.Stop, Money.Usd(100)), (Assert.Single(after.Usage).Best.Action, after.UsageTotal));
        Assert.Equal("runs once a month", Assert.Single(after.Decisions.Expired).Decision.Reason);
        Assert.Empty(after.Decisions.SetAside);
    }
}
