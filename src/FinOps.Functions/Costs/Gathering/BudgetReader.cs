using System.Globalization;
using Amazon.Budgets;
using Amazon.Budgets.Model;
using Amazon.SecurityToken.Model;
using FinOps.Core.Costs;
using FinOps.Functions.Aws;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Costs.Gathering;

/// <summary>Budgets stand next to the spend, but a report without them is still a report: what cannot be read becomes a line in it.</summary>
internal static class BudgetReader
{
    public static async Task<(IReadOnlyList<BudgetStatus> Budgets, IReadOnlyList<Blindspot> NotSeen)> ReadAsync(
        ReportClients clients, RequestMeter meter, CancellationToken cancellationToken)
    {
        try
        {
            var identity = await meter.CountAsync(
                "STS", clients.Identity.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken)).ConfigureAwait(false);
            var budgets = await ReadPagesAsync(clients, meter, identity.Account, cancellationToken).ConfigureAwait(false);
            return ([.. budgets.OrderByDescending(budget => budget.Used ?? decimal.MaxValue).ThenBy(budget => budget.Name, StringComparer.Ordinal)], []);
        }
        catch (Exception failure) when (AwsFailure.IsAws(failure))
        {
            return ([], [new Blindspot(
                "budgets",
                AwsFailure.IsDenied(failure) ? $"access denied ({failure.Message})" : failure.Message,
                "Give the role sts:GetCallerIdentity and budgets:ViewBudget in the management account.")]);
        }
    }

    private static async Task<List<BudgetStatus>> ReadPagesAsync(
        ReportClients clients, RequestMeter meter, string account, CancellationToken cancellationToken)
    {
        var budgets = new List<BudgetStatus>();
        string? token = null;
        do
        {
            var page = await meter.CountAsync("Budgets", clients.Budgets.DescribeBudgetsAsync(
                new DescribeBudgetsRequest { AccountId = account, MaxResults = 100, NextToken = token }, cancellationToken)).ConfigureAwait(false);
            budgets.AddRange((page.Budgets ?? []).Select(Status).OfType<BudgetStatus>());
            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));
        return budgets;
    }

    // Budgets of usage, reservations and savings plans count hours or percents; only cost budgets stand next to cost.
    private static BudgetStatus? Status(Budget budget) =>
        budget.BudgetType == BudgetType.COST && Amount(budget.BudgetLimit) is { } limit
            ? new BudgetStatus(
                budget.BudgetName ?? "",
                budget.TimeUnit?.Value ?? "",
                limit,
                In(limit.Currency, budget.CalculatedSpend?.ActualSpend) ?? Money.Zero(limit.Currency),
                In(limit.Currency, budget.CalculatedSpend?.ForecastedSpend))
            : null;

    private static Money? In(string currency, Spend? spend) => Amount(spend) is { } amount && amount.Currency == currency ? amount : null;

    private static Money? Amount(Spend? spend) =>
        spend is { Unit.Length: 3 } && decimal.TryParse(spend.Amount, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
            ? new Money(amount, spend.Unit)
            : null;
}
