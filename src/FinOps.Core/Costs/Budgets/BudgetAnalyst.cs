using FinOps.Core.Costs.Analysis;
using FinOps.Core.Costs.Forecasting;

namespace FinOps.Core.Costs.Budgets;

/// <summary>Says when each budget runs out: AWS's own figure of what it has used, continued day by day.</summary>
internal static class BudgetAnalyst
{
    private const int MostRunway = 366;
    private const int MonthsInQuarter = 3;

    /// <summary>Fullest first. A budget in another currency than the report is shown, and not continued.</summary>
    public static IReadOnlyList<BudgetStatus> Analyse(CostFacts facts, DailySeries settledUsage) =>
    [
        .. facts.Budgets
            .Select(budget => Status(budget, facts, settledUsage))
            .OrderByDescending(status => status.Used ?? decimal.MaxValue)
            .ThenBy(status => status.Name, StringComparer.Ordinal),
    ];

    private static BudgetStatus Status(BudgetFacts budget, CostFacts facts, DailySeries settledUsage)
    {
        var today = facts.Periods.AsOf;
        if (Period(budget.Period, today) is not { } period || facts.Periods.MonthIsOver)
            return new BudgetStatus(budget, BudgetPace.None, null, null, null);
        var (pace, days) = Pace(budget, facts, settledUsage, period);
        if (pace == BudgetPace.None)
            return new BudgetStatus(budget, pace, null, null, null);
        var spent = budget.Actual.Amount;
        int? runway = spent > budget.Limit.Amount ? 0 : null;
        var atEnd = spent;
        for (var day = 0; day < days.Length; day++)
        {
            spent += days[day];
            if (runway is null && spent > budget.Limit.Amount)
                runway = day;
            if (period.Contains(today.AddDays(day)))
                atEnd = spent;
        }

        var breach = runway is { } left && today.AddDays(left) is var at && period.Contains(at) ? at : (DateOnly?)null;
        return new BudgetStatus(budget, pace, runway, breach, new Money(atEnd, budget.Limit.Currency));
    }

    /// <returns>What each of the next days costs, today first.</returns>
    private static (BudgetPace Pace, decimal[] Days) Pace(BudgetFacts budget, CostFacts facts, DailySeries settledUsage, DateRange period)
    {
        var today = facts.Periods.AsOf;
        var unsettled = Math.Max(0, today.DayNumber - facts.Periods.SettledEnd.DayNumber);
        if (budget.Limit.Currency == facts.Currency
            && Usage(budget.Scope, facts, settledUsage) is { } usage
            && Forecaster.Continue(usage, unsettled + MostRunway) is { } continued)
            return (BudgetPace.Forecast, [.. continued.Values.Skip(unsettled)]);
        var elapsed = today.DayNumber - period.Start.DayNumber;
        return elapsed <= 0
            ? (BudgetPace.None, [])
            : (BudgetPace.BurnRate, [.. Enumerable.Repeat(budget.Actual.Amount / elapsed, MostRunway)]);
    }

    private static DailySeries? Usage(BudgetScope scope, CostFacts facts, DailySeries settledUsage)
    {
        var cells = scope.Kind switch
        {
            BudgetScopeKind.Accounts => facts.TagByAccount.Where(cell => scope.Values.Contains(cell.Second, StringComparer.Ordinal)),
            BudgetScopeKind.Services => facts.TagByService.Where(cell => scope.Values.Contains(cell.Second, StringComparer.Ordinal)),
            BudgetScopeKind.OwnerTags => facts.TagByAccount.Where(cell => scope.Values.Contains(cell.First, StringComparer.Ordinal)),
            _ => null,
        };
        if (cells is null)
            return scope.Kind == BudgetScopeKind.Everything ? settledUsage : null;
        var byDay = cells.GroupBy(cell => cell.Day).ToDictionary(day => day.Key, day => Money.Sum(day.Select(cell => cell.Amounts.Amortized), facts.Currency));
        return DailySeries.Of(byDay, new DateRange(facts.Periods.Compared.Start, facts.Periods.SettledEnd));
    }

    /// <returns>The budget's current period; null when its length is its owner's own.</returns>
    private static DateRange? Period(string unit, DateOnly today)
    {
        var month = BillingMonth.Containing(today);
        return unit switch
        {
            "DAILY" => DateRange.OfDays(today, 1),
            "MONTHLY" => month.Range,
            "QUARTERLY" => Months(month.AddMonths(-((month.Month - 1) % MonthsInQuarter)), MonthsInQuarter),
            "ANNUALLY" => Months(new BillingMonth(month.Year, 1), 12),
            _ => null,
        };
    }

    private static DateRange Months(BillingMonth first, int count) => new(first.FirstDay, first.AddMonths(count).FirstDay);
}
