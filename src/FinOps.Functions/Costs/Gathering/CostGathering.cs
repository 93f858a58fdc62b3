using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;
using FinOps.Functions.Aws;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Costs.Gathering;

/// <summary>
/// Three questions for the whole report, however many accounts there are: usage by owner and account, usage by owner and service, and every
/// charge by region and charge type. All else (totals, credits, tax, unallocated cost by account and by service, movers, comparisons) is arithmetic.
/// </summary>
internal static class CostGathering
{
    private const string Permission = "ce:GetCostAndUsage";

    public static async Task<(CostFacts Facts, IReadOnlyList<Blindspot> NotSeen)> GatherAsync(
        ReportClients clients,
        RequestMeter meter,
        ReportPeriods periods,
        string allocationTag,
        IReadOnlyList<string> furtherTags,
        CancellationToken cancellationToken)
    {
        var reader = new CostExplorerReader(clients, meter);
        var notSeen = new List<Blindspot>();
        var byAccount = AskAsync(Tag(allocationTag), By(Dimension.LINKED_ACCOUNT), UsageOnly());
        var byService = AskAsync(Tag(allocationTag), By(Dimension.SERVICE), UsageOnly());
        var byRegion = AskAsync(By(Dimension.REGION), By(Dimension.RECORD_TYPE), null);
        var further = furtherTags.Distinct(StringComparer.Ordinal).ToDictionary(key => key, key => AskAsync(Tag(key), By(Dimension.LINKED_ACCOUNT), UsageOnly()));
        await Task.WhenAll(byAccount, byService, byRegion).ConfigureAwait(false);
        var furtherCells = new Dictionary<string, IReadOnlyList<CostCell>>(StringComparer.Ordinal);
        foreach (var (key, asking) in further)
        {
            try
            {
                furtherCells[key] = (await asking.ConfigureAwait(false)).Cells;
            }
            catch (Core.Problems.ProblemException failure)
            {
                notSeen.Add(new Blindspot($"usage by {key}", failure.Problems[0].Found, failure.Problems[0].Fix));
            }
        }

        CostAnswer[] answers = [await byAccount.ConfigureAwait(false), await byService.ConfigureAwait(false), await byRegion.ConfigureAwait(false)];
        var currencies = answers.Select(answer => answer.Currency).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (currencies.Count > 1)
            throw Unreadable.Problem(clients.Endpoint, "amounts in " + string.Join(" and ", currencies), "one currency");
        var facts = new CostFacts
        {
            Periods = periods,
            Currency = currencies.FirstOrDefault() ?? Money.UsDollar,
            AllocationTag = allocationTag,
            TagByAccount = answers[0].Cells,
            TagByService = answers[1].Cells,
            RegionByChargeType = answers[2].Cells,
            FurtherTags = furtherCells,
            AccountNames = answers[0].Names,
            EstimatedDays = answers.SelectMany(answer => answer.EstimatedDays).ToHashSet(),
        };
        return (facts, notSeen);

        Task<CostAnswer> AskAsync(GroupDefinition first, GroupDefinition second, Expression? filter) => AwsFailure.TranslatingAsync(
            Permission, clients.Endpoint, () => reader.ReadAsync(periods.Gathered, first, second, filter, cancellationToken));
    }

    private static GroupDefinition Tag(string key) => new() { Type = GroupDefinitionType.TAG, Key = key };

    private static GroupDefinition By(Dimension dimension) => new() { Type = GroupDefinitionType.DIMENSION, Key = dimension.Value };

    private static Expression UsageOnly() => new()
    {
        Dimensions = new DimensionValues { Key = Dimension.RECORD_TYPE, Values = [.. ResourceUsage.ChargeTypes] },
    };
}
