using System.Globalization;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using FinOps.Core.Costs;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Reports;
using FinOps.Functions.Costs.Gathering;

namespace FinOps.Functions.Responder.Gathering;

/// <summary>One question to Cost Explorer: what the budget's scope cost in its period, by service and account together. A page costs 0.01 USD, so there is an end to them.</summary>
internal sealed class DriverReader(ReportClients clients, RequestMeter meter)
{
    public const int MostPages = 5;

    /// <exception cref="ProblemException">FIN5001 to FIN5006.</exception>
    public async Task<CostDrivers> ReadAsync(WatchedBudget budget, CancellationToken cancellationToken)
    {
        var amounts = new List<(string Service, string Account, Money Amount)>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        string? token = null;
        var page = 0;
        do
        {
            var answer = await AwsFailure.TranslatingAsync("ce:GetCostAndUsage", clients.Endpoint, () => meter.CountAsync(RunCost.CostExplorerService, clients.CostExplorer.GetCostAndUsageAsync(
                new GetCostAndUsageRequest
                {
                    TimePeriod = CostPages.Interval(budget.Days),
                    Granularity = Granularity.MONTHLY,
                    Metrics = [budget.Metric],
                    GroupBy = [Group("SERVICE"), Group("LINKED_ACCOUNT")],
                    Filter = budget.Filter,
                    NextPageToken = token,
                },
                cancellationToken))).ConfigureAwait(false);
            amounts.AddRange((answer.ResultsByTime ?? []).SelectMany(month => month.Groups ?? []).Select(group => Read(group, budget.Metric)));
            foreach (var account in answer.DimensionValueAttributes ?? [])
                if (account.Value is { } id && account.Attributes?.GetValueOrDefault("description") is { Length: > 0 } name)
                    names[id] = name;
            token = answer.NextPageToken;
        }
        while (!string.IsNullOrEmpty(token) && ++page < MostPages);

        var currency = amounts.Count > 0 ? amounts[0].Amount.Currency : Money.UsDollar;
        if (amounts.Exists(each => each.Amount.Currency != currency))
            throw Unreadable($"amounts in {currency} and in others");
        return new CostDrivers(
            budget.Days, Money.Sum(amounts.Select(each => each.Amount), currency), By(each => each.Service), By(each => names.TryGetValue(each.Account, out var name) ? $"{name} ({each.Account})" : each.Account),
            IsWhole: string.IsNullOrEmpty(token));

        List<CostDriver> By(Func<(string Service, string Account, Money Amount), string> key) =>
            [.. amounts.GroupBy(key, StringComparer.Ordinal).Select(group => new CostDriver(group.Key, Money.Sum(group.Select(each => each.Amount), currency)))
                .OrderByDescending(driver => driver.Amount).ThenBy(driver => driver.Name, StringComparer.Ordinal)];
    }

    private static GroupDefinition Group(string dimension) => new() { Type = GroupDefinitionType.DIMENSION, Key = dimension };

    private (string Service, string Account, Money Amount) Read(Group group, string metric) =>
        group.Keys is [var service, var account] && group.Metrics?.GetValueOrDefault(metric) is { Amount: { } amount, Unit: { Length: 3 } unit }
            && decimal.TryParse(amount, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && unit.All(char.IsAsciiLetterUpper)
            ? (service, account, new Money(number, unit))
            : throw Unreadable("a group without two keys and an amount");

    private ProblemException Unreadable(string found) => new([new Problem(
        Costs.Gathering.Unreadable.Id, clients.Endpoint, "ce:GetCostAndUsage", found, "amounts of one currency by service and account", "Look at Cost Explorer itself; report it if it stays.")]);
}
