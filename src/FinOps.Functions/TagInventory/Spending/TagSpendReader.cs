using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;
using FinOps.Core.Inventory.Spending;
using FinOps.Core.Problems;
using FinOps.Functions.AllocationTags;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs.Gathering;
using FinOps.Functions.Reports;

namespace FinOps.Functions.TagInventory.Spending;

/// <summary>
/// Asks the bill what carries which key: one request for the list of cost allocation tags, and one for each key. Only keys that are activated
/// are asked for, because of another one the bill knows nothing, and Cost Explorer would answer that everything is untagged.
/// </summary>
internal sealed class TagSpendReader(ReportClients clients, RequestMeter meter)
{
    /// <summary>Long enough for a monthly charge to be in it.</summary>
    private const int Days = 30;

    private const string Metric = "AmortizedCost";

    public static DateRange PeriodBefore(DateOnly today)
    {
        var end = today.AddDays(-ReportPeriods.UnsettledDays);
        return new DateRange(end.AddDays(-Days), end);
    }

    /// <param name="wanted">Keys in the order of their weight, spelt as the inventory found them.</param>
    /// <param name="standard">Keys of the standard; of these it is said when they are not activated.</param>
    /// <param name="most">At most so many keys are asked for; each costs a Cost Explorer request.</param>
    public async Task<(TagSpend? Spend, SpendSummary Summary, IReadOnlyList<Blindspot> NotSeen)> ReadAsync(
        IReadOnlyList<string> wanted, IReadOnlyList<string> standard, int most, DateRange period, CancellationToken cancellationToken)
    {
        if (most == 0)
            return (null, SpendSummary.Nothing(period), [new Blindspot("what carries each key", "the settings say to ask the bill for no key", "Let it ask for the keys of the tag standard.")]);
        var notSeen = new List<Blindspot>();
        HashSet<string> active;
        try
        {
            active = await AwsFailure.TranslatingAsync("ce:ListCostAllocationTags", clients.Endpoint, () => ActiveAsync(cancellationToken)).ConfigureAwait(false);
        }
        catch (ProblemException failure)
        {
            return (null, SpendSummary.Nothing(period), [Blind("what carries each key", failure)]);
        }

        var askable = wanted.Where(active.Contains).ToList();
        var keys = new Dictionary<string, KeySpend>(StringComparer.Ordinal);
        foreach (var key in askable.Take(most))
        {
            try
            {
                keys[key] = await AwsFailure.TranslatingAsync("ce:GetCostAndUsage", clients.Endpoint, () => AskAsync(key, period, cancellationToken)).ConfigureAwait(false);
            }
            catch (ProblemException failure)
            {
                notSeen.Add(Blind($"what carries the key {key}", failure));
            }
        }

        if (keys.Values.Select(key => key.Untagged.Currency).Distinct(StringComparer.Ordinal).Count() > 1)
            throw Unreadable.Problem(clients.Endpoint, "amounts in several currencies", "one currency");
        List<string> notActive = [.. standard.Where(key => !active.Contains(key))];
        if (notActive.Count > 0)
            notSeen.Add(new Blindspot($"what carries {string.Join(", ", notActive)}", "these keys are not activated for cost allocation, so that the bill does not know them", "Activate them in the management account; the tag activator does it for those that the standard marks so."));
        return (
            new TagSpend(period, keys),
            new SpendSummary(period, [.. keys.Values.Select(key => new KeySpendRow(key.Key, key.Tagged, key.Untagged))], notActive, [.. askable.Skip(most)]),
            notSeen);
    }

    private async Task<HashSet<string>> ActiveAsync(CancellationToken cancellationToken) =>
        [.. (await new AllocationTagReader(clients, meter).TagsAsync(cancellationToken).ConfigureAwait(false)).Values
            .Where(tag => tag.Status == CostAllocationTagStatus.Active).Select(tag => tag.TagKey!)];

    private async Task<KeySpend> AskAsync(string key, DateRange period, CancellationToken cancellationToken)
    {
        var group = new GroupDefinition { Type = GroupDefinitionType.TAG, Key = key };
        var answer = await new CostPages(clients, meter).ReadAsync(
            token => new GetCostAndUsageRequest
            {
                TimePeriod = CostPages.Interval(period),
                Granularity = Granularity.MONTHLY,
                Metrics = [Metric],
                GroupBy = [group],
                Filter = new Expression { Dimensions = new DimensionValues { Key = Dimension.RECORD_TYPE, Values = [.. ResourceUsage.ChargeTypes] } },
                NextPageToken = token,
            },
            () => new SpendAnswer(group, Metric, clients.Endpoint),
            (answer, page) => answer.Add(page),
            cancellationToken).ConfigureAwait(false);
        return answer.Build();
    }

    private static Blindspot Blind(string what, ProblemException failure) => new(what, failure.Problems[0].Found, failure.Problems[0].Fix);
}
