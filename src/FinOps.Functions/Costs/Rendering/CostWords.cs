using FinOps.Core.Costs.Analysis;
using FinOps.Core.Costs.Anomalies;
using FinOps.Core.Costs.Budgets;
using FinOps.Core.Costs.Forecasting;
using FinOps.Core.Costs.Reviews;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Costs.Rendering;

/// <summary>What every form of the report calls things. Names from outside are in the result as they are: each renderer encodes them its own way.</summary>
internal static class CostWords
{
    public static string Step(BridgeStep step) => step switch
    {
        BridgeStep.Usage => "Usage",
        BridgeStep.SavingsPlanNegation => "Covered by savings plans, taken back",
        BridgeStep.CommitmentFees => "Commitment fees",
        BridgeStep.OtherFees => "Support and other fees",
        BridgeStep.Discounts => "Discounts",
        BridgeStep.Credits => "Credits",
        BridgeStep.Refunds => "Refunds",
        _ => "Tax",
    };

    public static string Action(ReviewAction action) => action.Kind switch
    {
        ActionKind.Budget => $"Keep the budget {action.Subject} within its limit, or change the limit",
        ActionKind.Anomaly => $"Explain the unusual cost of {action.Subject}{(action.Cause is { } account ? $" in {account}" : "")}",
        ActionKind.Unallocated => $"Name an owner for the unallocated cost in {action.Subject}",
        _ => $"Say whether the growth of {action.Subject} is expected{(action.Cause is { } most ? $"; most of it is {most}" : "")}",
    };

    public static string Owner(ReviewAction action) => action switch
    {
        { Owner: null } => "nobody yet: name one",
        { Kind: ActionKind.Unallocated, Owner: { } most } => $"{most}, who owns most of the rest there",
        { Owner: { } owner } => owner,
    };

    public static string State(ActionState state) => state switch
    {
        ActionState.Done => "done",
        ActionState.Overdue => "overdue",
        _ => "still open",
    };

    public static string Seen(AnomalySource source) => source switch
    {
        AnomalySource.Aws => "AWS",
        AnomalySource.Ours => "this report",
        _ => "AWS and this report",
    };

    /// <summary>Where the unusual cost is, as far as anybody knows.</summary>
    public static string Cause(CostAnomaly anomaly) =>
        string.Join(", ", new[] { anomaly.AccountLabel, anomaly.Region, anomaly.UsageType }.OfType<string>().Where(part => part.Length > 0)) is { Length: > 0 } known ? known : "not known";

    public static string Owner(CostAnomaly anomaly) => anomaly.Owner ?? anomaly.OwnerTag switch { null => "not known", "" => "no tag", { } tag => tag };

    public static string State(CostAnomaly anomaly) => anomaly.Feedback switch
    {
        "NO" => "no anomaly, somebody said",
        "PLANNED_ACTIVITY" => "planned",
        _ when anomaly.IsOngoing => "ongoing",
        _ => "over",
    };

    public static string State(BudgetStatus budget) => budget.State switch
    {
        BudgetState.Over => "over the limit",
        BudgetState.ForecastOver => budget.BreachDay is { } day ? $"over on {Figures.Day(day)}" : "AWS forecasts over",
        _ => "within",
    };

    public static string Runway(BudgetStatus budget) => budget switch
    {
        { Pace: BudgetPace.None } => Figures.None,
        { RunwayDays: { } days } => Figures.Count(days, "day"),
        _ => "over a year",
    };

    /// <summary>What the budget counts, and what its outlook is computed from.</summary>
    public static string Scope(BudgetStatus budget) => $"{budget.Budget.Scope.Words}; " + budget.Pace switch
    {
        BudgetPace.Forecast => "by the daily forecast of that usage",
        BudgetPace.BurnRate => "by its own spend a day so far",
        _ => "without outlook",
    };

    public static string Method(MonthForecast forecast) =>
        $"By {forecast.Method}: {forecast.How}. "
        + (forecast.Wape is { } wape
            ? $"Over the last {Figures.Count(forecast.BackTests.Count, "month end")} it was off by {Figures.Percent(wape)} (WAPE; MAPE {Figures.Percent(forecast.Mape)}), each time made on the same day of the month from data before it."
            : "No month end could be tested yet.");

    public static string Kind(Mover mover) => mover.Kind switch
    {
        MoverKind.New => "new",
        MoverKind.Gone => "gone",
        _ => Figures.SignedPercent(mover.ChangeRatio),
    };

    /// <summary>The largest parts of the movement.</summary>
    public static string Drivers(Mover mover, int most = 2) =>
        string.Join(", ", mover.Drivers.Take(most).Select(driver => $"{driver.Label} {Figures.Change(driver.Change)}"))
        + (mover.Drivers.Count > most ? $", {mover.Drivers.Count - most} more" : "");

    public static string Dimension(Mover mover, string allocationTag) => mover.Dimension switch
    {
        CostDimension.AllocationTag => allocationTag,
        CostDimension.Service => "service",
        CostDimension.Account => "account",
        CostDimension.Region => "region",
        CostDimension.CostCategory => "cost category",
        _ => "tag",
    };
}
