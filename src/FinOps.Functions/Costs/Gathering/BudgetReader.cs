using System.Globalization;
using Amazon.Budgets;
using Amazon.Budgets.Model;
using Amazon.SecurityToken.Model;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Budgets;
using FinOps.Functions.Aws;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Costs.Gathering;

/// <summary>Budgets stand next to the spend, but a report without them is still a report: what cannot be read becomes a line in it.</summary>
internal static class BudgetReader
{
    /// <param name="allocationTag">The tag whose values the report can follow.</param>
    public static async Task<(IReadOnlyList<BudgetFacts> Budgets, IReadOnlyList<Blindspot> NotSeen)> ReadAsync(
        ReportClients clients, RequestMeter meter, string allocationTag, CancellationToken cancellationToken)
    {
        try
        {
            var identity = await meter.CountAsync(
                "STS", clients.Identity.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken)).ConfigureAwait(false);
            return (await ReadPagesAsync(clients, meter, identity.Account, allocationTag, cancellationToken).ConfigureAwait(false), []);
        }
        catch (Exception failure) when (AwsFailure.IsAws(failure))
        {
            return ([], [new Blindspot(
                "budgets", Unseen.Why(failure), "Give the role sts:GetCallerIdentity and budgets:ViewBudget in the management account.")]);
        }
    }

    private static async Task<List<BudgetFacts>> ReadPagesAsync(
        ReportClients clients, RequestMeter meter, string account, string allocationTag, CancellationToken cancellationToken)
    {
        var budgets = new List<BudgetFacts>();
        string? token = null;
        do
        {
            var page = await meter.CountAsync("Budgets", clients.Budgets.DescribeBudgetsAsync(
                new DescribeBudgetsRequest { AccountId = account, MaxResults = 100, NextToken = token, ShowFilterExpression = true }, cancellationToken)).ConfigureAwait(false);
            budgets.AddRange((page.Budgets ?? []).Select(budget => Facts(budget, allocationTag)).OfType<BudgetFacts>());
            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));
        return budgets;
    }

    // Budgets of usage, reservations and savings plans count hours or percents; only cost budgets stand next to cost.
    private static BudgetFacts? Facts(Budget budget, string allocationTag) =>
        budget.BudgetType == BudgetType.COST && Amount(budget.BudgetLimit) is { } limit
            ? new BudgetFacts(
                budget.BudgetName ?? "",
                budget.TimeUnit?.Value ?? "",
                limit,
                In(limit.Currency, budget.CalculatedSpend?.ActualSpend) ?? Money.Zero(limit.Currency),
                In(limit.Currency, budget.CalculatedSpend?.ForecastedSpend),
                BudgetScopes.Of(budget, allocationTag))
            : null;

    private static Money? In(string currency, Spend? spend) => Amount(spend) is { } amount && amount.Currency == currency ? amount : null;

    private static Money? Amount(Spend? spend) =>
        spend is { Unit.Length: 3 } && decimal.TryParse(spend.Amount, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
            ? new Money(amount, spend.Unit)
            : null;
}
