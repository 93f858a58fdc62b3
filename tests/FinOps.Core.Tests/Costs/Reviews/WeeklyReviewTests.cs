using FinOps.Core.Costs;
using FinOps.Core.Costs.Budgets;
using FinOps.Core.Costs.Reviews;
using FinOps.Core.Tests.Costs.Analysis;

namespace FinOps.Core.Tests.Costs.Reviews;

public sealed class WeeklyReviewTests
{
    private static readonly DateOnly Today = SmallFacts.Periods.AsOf;

    [Fact]
    public void Plan_LargestStakeFirst_TwoOfAKindAtMost()
    {
        var plan = ReviewPlanner.Plan([
            Action(ActionKind.Unallocated, 900, "a"), Action(ActionKind.Unallocated, 800, "b"), Action(ActionKind.Unallocated, 700, "c"),
            Action(ActionKind.Mover, 600, "d"), Action(ActionKind.Anomaly, 500, "e"), Action(ActionKind.Budget, 400, "f")]);

        Assert.Equal(["a", "b", "d", "e", "f"], plan.Select(action => action.Id));
    }

    [Fact]
    public void Plan_OneKindOnly_FillsTheList() =>
        Assert.Equal(["0", "1", "2", "3", "4"], ReviewPlanner.Plan([.. Enumerable.Range(0, 7).Select(i => Action(ActionKind.Mover, 100 - i, $"{i}"))]).Select(action => action.Id));

    [Fact]
    public void Plan_EqualStakes_KindsInTheirOrderThenById() => Assert.Equal(
        ["z", "b", "a", "c"],
        ReviewPlanner.Plan([Action(ActionKind.Mover, 5, "c"), Action(ActionKind.Unallocated, 5, "a"), Action(ActionKind.Anomaly, 5, "b"), Action(ActionKind.Budget, 5, "z")]).Select(action => action.Id));

    [Fact]
    public void Analyse_EachKind_HasStakeOwnerAndDueDay()
    {
        var review = SmallFacts.Analyse(SmallFacts.Of(
            ("payments", "1", "Lambda", day => day >= SmallFacts.Periods.RecentWeek.Start ? 60 : 10),
            ("search", "2", "EC2", _ => 30),
            ("", "2", "EC2", _ => 20)) with
        {
            Budgets = [new BudgetFacts("platform", "MONTHLY", Money.Usd(100), Money.Usd(150), null, BudgetScope.Everything)],
        }).Review;

        Assert.Equal("2026-W47", review.Week);
        var unallocated = review.Actions.Single(action => action.Kind == ActionKind.Unallocated);
        Assert.Equal(("two", "search@example.com", Money.Usd(600), Today.AddDays(14)), (unallocated.Subject, unallocated.Owner, unallocated.Stake, unallocated.Due));
        var anomaly = review.Actions.Single(action => action.Kind == ActionKind.Anomaly);
        Assert.Equal(("Lambda", "payments@example.com", Money.Usd(1500), Today.AddDays(3)), (anomaly.Subject, anomaly.Owner, anomaly.Stake, anomaly.Due));
        Assert.Contains(review.Actions, action => action is { Kind: ActionKind.Budget, Subject: "platform" });
        // The growth of payments is its anomaly.
        Assert.DoesNotContain(review.Actions, action => action.Kind == ActionKind.Mover);
    }

    [Fact]
    public void Analyse_EarlierReview_SaysWhatIsDone()
    {
        ReviewAction[] earlier =
        [
            Action(ActionKind.Unallocated, 3000, "unallocated|2"), Action(ActionKind.Unallocated, 500, "unallocated|1") with { Due = Today.AddDays(-1) },
            Action(ActionKind.Mover, 10, "mover|payments"),
        ];

        var review = SmallFacts.Analyse(SmallFacts.Of(("", "1", "Lambda", _ => 15), ("", "2", "EC2", _ => 20)) with
        {
            EarlierReview = new EarlierReview("2026-W46", Today.AddDays(-7), 0.5m, Money.Usd(1), earlier),
        }).Review;

        Assert.Equal([ActionState.Done, ActionState.Overdue, ActionState.Done], review.Progress.Select(progress => progress.State));
        Assert.Equal([Money.Usd(600), Money.Usd(450), null], review.Progress.Select(progress => progress.StakeNow));
    }

    [Theory]
    [InlineData("2026-01-01", "2026-W01")]
    [InlineData("2027-01-01", "2026-W53")]
    [InlineData("2026-11-22", "2026-W47")]
    public void IsoWeek_AroundNewYear_FollowsTheStandard(string day, string week) =>
        Assert.Equal(week, IsoWeek.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    private static ReviewAction Action(ActionKind kind, decimal stake, string id) => new(id, kind, id, null, Money.Usd(stake), null, Today);
}
