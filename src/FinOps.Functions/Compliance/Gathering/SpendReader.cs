using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using FinOps.Core.Compliance.Spend;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs.Gathering;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Compliance.Gathering;

/// <summary>
/// What resources cost: one question by account and service for the whole organization, and one more for each of the dearest services by resource,
/// which Cost Explorer answers where that is switched on, and for two weeks back.
/// </summary>
/// <param name="mostServices">How many services are asked for by resource; 0 for none. Each page costs 0.01 USD.</param>
internal sealed class SpendReader(ReportClients clients, RequestMeter meter, int mostServices)
{
    private const string Metric = "AmortizedCost";

    // Cost Explorer's key for charges of no resource; they stay with nobody.
    private const string NoResource = "NoResourceId";

    /// <summary>How far back Cost Explorer tells resources apart.</summary>
    private const int ResourceDays = 14;

    /// <returns>Null, and why, when the bill could not be read: the report then goes by counts alone.</returns>
    public async Task<(IResourceSpend? Spend, IReadOnlyList<Blindspot> NotSeen)> ReadAsync(DateOnly today, CancellationToken cancellationToken)
    {
        // The last days are left out: AWS still corrects them.
        var days = new DateRange(today.AddDays(-ResourceDays), today.AddDays(-ReportPeriods.UnsettledDays));
        try
        {
            var services = await AwsFailure.TranslatingAsync("ce:GetCostAndUsage", clients.Endpoint, () => ByServiceAsync(days, cancellationToken)).ConfigureAwait(false);
            return await WithResourcesAsync(days, services, cancellationToken).ConfigureAwait(false);
        }
        catch (ProblemException failure)
        {
            return (null, [new Blindspot("what the resources cost", failure.Problems[0].Found, failure.Problems[0].Fix)]);
        }
    }

    private async Task<(IResourceSpend, IReadOnlyList<Blindspot>)> WithResourcesAsync(DateRange days, SpendAnswer services, CancellationToken cancellationToken)
    {
        List<ServiceSpend> all = [.. services.Amounts.Select(amount => new ServiceSpend(amount.First, amount.Second, amount.Amount))];
        var currency = services.Currency ?? Money.UsDollar;
        var known = new HashSet<string>(StringComparer.Ordinal);
        var resources = new Dictionary<(string, string, string), Money>();
        foreach (var service in all.Where(spend => BilledServices.All.Contains(spend.Service)).GroupBy(spend => spend.Service, StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum(spend => spend.Amount.Amount)).ThenBy(group => group.Key, StringComparer.Ordinal).Take(mostServices).Select(group => group.Key))
        {
            try
            {
                var answer = await AwsFailure.TranslatingAsync("ce:GetCostAndUsageWithResources", clients.Endpoint, () => ByResourceAsync(days, service, cancellationToken)).ConfigureAwait(false);
                foreach (var (id, account, amount) in answer.Amounts.Where(amount => amount.First != NoResource))
                    resources[(account, service, id)] = resources.TryGetValue((account, service, id), out var before) ? before + amount : amount;
                known.Add(service);
            }
            catch (ProblemException failure)
            {
                // What one service is refused the others most likely are too, and the even split stands for all of them.
                return (Spend(), [new Blindspot(
                    $"what single resources of {service} and cheaper services cost", failure.Problems[0].Found,
                    "Switch on resource-level data in the Cost Management preferences of the management account; until then their amounts are shared evenly.")]);
            }
        }

        return (Spend(), []);

        IResourceSpend Spend() => known.Count == 0 ? new SpendByService(days, currency, all) : new SpendByResource(days, currency, known, resources, all);
    }

    private Task<SpendAnswer> ByServiceAsync(DateRange days, CancellationToken cancellationToken) => new CostPages(clients, meter).ReadAsync(
        token => new GetCostAndUsageRequest
        {
            TimePeriod = CostPages.Interval(days),
            Granularity = Granularity.MONTHLY,
            Metrics = [Metric],
            GroupBy = [By(Dimension.LINKED_ACCOUNT), By(Dimension.SERVICE)],
            Filter = Usage(),
            NextPageToken = token,
        },
        () => new SpendAnswer(Metric, clients.Endpoint),
        (all, page) => all.Add(page.ResultsByTime),
        cancellationToken);

    private async Task<SpendAnswer> ByResourceAsync(DateRange days, string service, CancellationToken cancellationToken)
    {
        var answer = new SpendAnswer(Metric, clients.Endpoint);
        string? token = null;
        do
        {
            var page = await meter.CountAsync(RunCost.CostExplorerService, clients.CostExplorer.GetCostAndUsageWithResourcesAsync(
                new GetCostAndUsageWithResourcesRequest
                {
                    TimePeriod = CostPages.Interval(days),
                    Granularity = Granularity.MONTHLY,
                    Metrics = [Metric],
                    GroupBy = [new GroupDefinition { Type = GroupDefinitionType.DIMENSION, Key = "RESOURCE_ID" }, By(Dimension.LINKED_ACCOUNT)],
                    Filter = new Expression { And = [new Expression { Dimensions = new DimensionValues { Key = Dimension.SERVICE, Values = [service] } }, Usage()] },
                    NextPageToken = token,
                },
                cancellationToken)).ConfigureAwait(false);
            if (!string.IsNullOrEmpty(page.NextPageToken) && page.NextPageToken == token)
                throw Unreadable.Problem(clients.Endpoint, "the same page token twice", "a new token for each page");
            answer.Add(page.ResultsByTime);
            token = page.NextPageToken;
        }
        while (!string.IsNullOrEmpty(token));
        return answer;
    }

    private static Expression Usage() => new() { Dimensions = new DimensionValues { Key = Dimension.RECORD_TYPE, Values = [.. ResourceUsage.ChargeTypes] } };

    private static GroupDefinition By(Dimension dimension) => new() { Type = GroupDefinitionType.DIMENSION, Key = dimension.Value };
}
