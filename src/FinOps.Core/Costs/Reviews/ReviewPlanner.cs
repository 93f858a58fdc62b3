using FinOps.Core.Costs.Analysis;
using FinOps.Core.Costs.Anomalies;
using FinOps.Core.Costs.Budgets;

namespace FinOps.Core.Costs.Reviews;

/// <summary>
/// Picks what a weekly review should decide. Largest stake first, kinds in their order where stakes are equal, then by id; at most two of
/// one kind as long as there are others. Stakes are brought to thirty days, so that they can be held against each other:
/// a budget counts what will be over its limit, an ongoing anomaly its daily excess times thirty, one that is over its excess, an account
/// its unallocated cost a day times thirty, an owner the growth of a week times thirty sevenths.
/// </summary>
public static class ReviewPlanner
{
    public const int Most = 5;

    private const int MostOfOneKind = 2;
    private const int Month = 30;
    private const int Week = 7;

    // Days until an action of the kind is due.
    private const int Soon = 3;
    private const int NextReview = 7;
    private const int OverNextReview = 14;

    /// <summary>The actions of this week.</summary>
    public static IReadOnlyList<ReviewAction> Plan(IReadOnlyList<ReviewAction> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var ordered = candidates.OrderByDescending(action => action.Stake).ThenBy(action => action.Kind).ThenBy(action => action.Id, StringComparer.Ordinal).ToList();
        var first = ordered.GroupBy(action => action.Kind).SelectMany(kind => kind.Take(MostOfOneKind)).ToHashSet();
        return [.. ordered.OrderByDescending(first.Contains).Take(Most).OrderBy(ordered.IndexOf)];
    }

    /// <summary>Everything that a review could decide on. A budget in another currency has no stake that could be held against the others.</summary>
    public static IReadOnlyList<ReviewAction> Candidates(CostAnalysis analysis, Func<string, TagVerdict> judge)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(judge);
        var today = analysis.Periods.AsOf;
        var anomalies = analysis.Anomalies.Items.Where(anomaly => anomaly.IsOpen).ToList();
        return
        [
            .. analysis.Budgets.Where(budget => budget.Limit.Currency == analysis.Currency).Select(budget => Breach(budget, analysis.Allocation, today, judge)).OfType<ReviewAction>(),
            .. anomalies.GroupBy(Id, StringComparer.Ordinal).Select(same => Unusual(same.MaxBy(anomaly => anomaly.Impact)!, today)),
            .. Unallocated(analysis.Allocation, analysis.Periods, today),
            .. analysis.OwnerMovers.Where(mover => mover.Change.Amount > 0 && !Explained(mover, anomalies)).Select(mover => Growth(mover, today, judge)),
        ];
    }

    private static ReviewAction? Breach(BudgetStatus budget, Allocation allocation, DateOnly today, Func<string, TagVerdict> judge)
    {
        if (budget.State == BudgetState.Within)
            return null;
        var worst = new[] { budget.Actual, budget.Forecast, budget.ExpectedAtEnd }.OfType<Money>().Max();
        var owner = budget.Budget.Scope switch
        {
            { Kind: BudgetScopeKind.OwnerTags, Values: [var value] } => judge(value).Owner,
            { Kind: BudgetScopeKind.Accounts, Values: [var account] } => allocation.Accounts.FirstOrDefault(driver => driver.Key == account)?.SuggestedOwner,
            _ => null,
        };
        var due = budget.BreachDay is { } breach && breach < today.AddDays(Soon) ? breach : today.AddDays(Soon);
        return new ReviewAction($"budget|{budget.Name}", ActionKind.Budget, budget.Name, null, worst - budget.Limit, owner, due);
    }

    private static string Id(CostAnomaly anomaly) => $"anomaly|{anomaly.OwnerTag}|{anomaly.Service}|{anomaly.AccountId}";

    private static ReviewAction Unusual(CostAnomaly anomaly, DateOnly today)
    {
        var days = anomaly.Last.DayNumber - anomaly.First.DayNumber + 1;
        return new ReviewAction(
            Id(anomaly), ActionKind.Anomaly, anomaly.Service ?? anomaly.AccountLabel ?? anomaly.Id, anomaly.AccountLabel,
            anomaly.IsOngoing ? anomaly.Impact * Month / days : anomaly.Impact, anomaly.Owner, today.AddDays(Soon));
    }

    private static IEnumerable<ReviewAction> Unallocated(Allocation allocation, ReportPeriods periods, DateOnly today) =>
        allocation.Accounts.Where(driver => driver.Unallocated.Amount > 0).Select(driver => new ReviewAction(
            $"unallocated|{driver.Key}", ActionKind.Unallocated, driver.Label, null,
            driver.Unallocated * Month / periods.Current.Days, driver.SuggestedOwner, today.AddDays(OverNextReview)));

    private static ReviewAction Growth(Mover mover, DateOnly today, Func<string, TagVerdict> judge) => new(
        $"mover|{mover.Key}", ActionKind.Mover, mover.Label, mover.Drivers.FirstOrDefault(driver => driver.Change.Amount > 0)?.Label,
        mover.Change * Month / Week, judge(mover.Key).Owner, today.AddDays(NextReview));

    /// <summary>Half of the growth or more is an anomaly of the same owner, which is on the list by itself.</summary>
    private static bool Explained(Mover mover, List<CostAnomaly> anomalies) =>
        anomalies.Any(anomaly => anomaly.OwnerTag == mover.Key && anomaly.Impact * 2 >= mover.Change);
}
