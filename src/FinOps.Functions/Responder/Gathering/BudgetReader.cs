using System.Globalization;
using Amazon.Budgets.Model;
using FinOps.Core.Costs;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Responder.Gathering;

/// <summary>Reads the budget that an alert names, and which of its actions wait for approval.</summary>
internal sealed class BudgetReader(ReportClients clients, RequestMeter meter, TimeProvider time)
{
    private const string Service = "Budgets";

    // AWS allows far fewer actions on one budget; a list without end must not hold the alert back.
    private const int MostPages = 5;

    /// <exception cref="Core.Problems.ProblemException">FIN5001 to FIN5005.</exception>
    public Task<WatchedBudget?> BudgetAsync(string account, string name, CancellationToken cancellationToken) =>
        AwsFailure.TranslatingAsync($"budgets:ViewBudget on {name}", clients.Endpoint, async () =>
        {
            var answer = await meter.CountAsync(Service, clients.Budgets.DescribeBudgetAsync(
                new DescribeBudgetRequest { AccountId = account, BudgetName = name, ShowFilterExpression = true }, cancellationToken)).ConfigureAwait(false);
            return answer.Budget is { } budget ? View(budget, name) : null;
        });

    /// <exception cref="Core.Problems.ProblemException">FIN5001 to FIN5005.</exception>
    public Task<IReadOnlyList<Amazon.Budgets.Model.Action>> PendingActionsAsync(string account, string name, CancellationToken cancellationToken) =>
        AwsFailure.TranslatingAsync<IReadOnlyList<Amazon.Budgets.Model.Action>>($"budgets:DescribeBudgetActionsForBudget on {name}", clients.Endpoint, async () =>
        {
            var pending = new List<Amazon.Budgets.Model.Action>();
            string? token = null;
            for (var page = 0; page < MostPages && (page == 0 || !string.IsNullOrEmpty(token)); page++)
            {
                var answer = await meter.CountAsync(Service, clients.Budgets.DescribeBudgetActionsForBudgetAsync(
                    new DescribeBudgetActionsForBudgetRequest { AccountId = account, BudgetName = name, MaxResults = 100, NextToken = token }, cancellationToken)).ConfigureAwait(false);
                pending.AddRange((answer.Actions ?? []).Where(action => action.Status == Amazon.Budgets.ActionStatus.PENDING));
                token = answer.NextToken;
            }

            return pending;
        });

    private WatchedBudget View(Budget budget, string name)
    {
        var (filter, unanswerable) = BudgetFilters.Of(budget);
        return new WatchedBudget(
            name, Amount(budget.BudgetLimit), Amount(budget.CalculatedSpend?.ActualSpend), Amount(budget.CalculatedSpend?.ForecastedSpend), budget.TimeUnit?.Value ?? "",
            Days(budget), budget.Metrics is [var metric] ? metric : "UnblendedCost", filter, unanswerable)
        {
            Accounts = BudgetFilters.Accounts(filter),
            Values = BudgetFilters.Values(filter),
        };
    }

    /// <summary>With today, which is not over: the budget's own figure has it too.</summary>
    private DateRange Days(Budget budget)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var start = budget.TimeUnit?.Value switch
        {
            "DAILY" => today.AddDays(-1),
            "QUARTERLY" => new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1),
            "ANNUALLY" => new DateOnly(today.Year, 1, 1),
            "CUSTOM" when budget.TimePeriod?.Start is { } stated && stated < today.ToDateTime(TimeOnly.MinValue) => DateOnly.FromDateTime(stated),
            _ => new DateOnly(today.Year, today.Month, 1),
        };
        return new DateRange(start, today.AddDays(1));
    }

    private static Money? Amount(Spend? spend) =>
        spend is { Unit: { Length: 3 } unit } && unit.All(char.IsAsciiLetterUpper) && decimal.TryParse(spend.Amount, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
            ? new Money(amount, unit)
            : null;
}
