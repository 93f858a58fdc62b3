using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Costs.Gathering;

/// <summary>
/// Three questions for the whole report, however many accounts there are: usage by owner and account, usage by owner and service, and every
/// charge by region and charge type; the last one over the months that the forecast learns from. All else (totals, credits, tax, unallocated
/// cost by account and by service, movers, comparisons, anomalies, forecast) is arithmetic.
/// </summary>
internal static class CostGathering
{
    public const string NothingInTime = "FIN5021";

    private const string Permission = "ce:GetCostAndUsage";

    /// <exception cref="ProblemException">FIN5001 to FIN5006; FIN5021 when the time was over before any of the three answers came.</exception>
    public static async Task<Gathered> GatherAsync(
        ReportClients clients, RequestMeter meter, ReportPeriods periods, string allocationTag, CostAnalyzerOptions options, Arrival arrival)
    {
        var reader = new CostExplorerReader(clients, meter);
        var byAccount = AskAsync(periods.Compared, Tag(allocationTag), By(Dimension.LINKED_ACCOUNT), UsageOnly());
        var byService = AskAsync(periods.Compared, Tag(allocationTag), By(Dimension.SERVICE), UsageOnly());
        var byRegion = AskAsync(periods.History, By(Dimension.REGION), By(Dimension.RECORD_TYPE), null);
        var tags = Further(options.FurtherTags, Tag);
        var categories = Further(options.Categories, Category);
        var answers = await Task.WhenAll(byAccount, byService, byRegion).ConfigureAwait(false);
        if (answers.All(answer => answer is null))
            throw Late(clients.Endpoint);
        var notSeen = new List<Blindspot>();
        var tagAnswers = await CollectAsync(tags, notSeen).ConfigureAwait(false);
        var categoryAnswers = await CollectAsync(categories, notSeen).ConfigureAwait(false);
        var all = answers.OfType<CostAnswer>().Concat(tagAnswers.Values).Concat(categoryAnswers.Values).ToList();
        var currencies = all.Select(answer => answer.Currency).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (currencies.Count > 1)
            throw Unreadable.Problem(clients.Endpoint, "amounts in " + string.Join(" and ", currencies), "one currency");
        var facts = new CostFacts
        {
            Periods = periods,
            Currency = currencies.FirstOrDefault() ?? Money.UsDollar,
            AllocationTag = allocationTag,
            TagByAccount = answers[0]?.Cells ?? [],
            TagByService = answers[1]?.Cells ?? [],
            RegionByChargeType = answers[2]?.Cells ?? [],
            FurtherTags = tagAnswers.ToDictionary(tag => tag.Key, tag => tag.Value.Cells, StringComparer.Ordinal),
            Categories = categoryAnswers.ToDictionary(category => category.Key, category => category.Value.Cells, StringComparer.Ordinal),
            AccountNames = all.Select(answer => answer.Names).FirstOrDefault(names => names.Count > 0) ?? new Dictionary<string, string>(),
            EstimatedDays = all.SelectMany(answer => answer.EstimatedDays).ToHashSet(),
            // The answers stand in the order of the questions.
            Missing = Enum.GetValues<CostQuestion>().Where(question => answers[(int)question] is null).ToHashSet(),
        };
        return new Gathered(facts, notSeen);

        Task<CostAnswer?> AskAsync(DateRange days, GroupDefinition first, GroupDefinition second, Expression? filter) => arrival.WaitAsync<CostAnswer?>(
            async token => await AwsFailure.TranslatingAsync(Permission, clients.Endpoint, () => reader.ReadAsync(days, first, second, filter, token)).ConfigureAwait(false),
            late: null);

        List<(string Key, Task<CostAnswer?> Asking)> Further(IReadOnlyList<string> keys, Func<string, GroupDefinition> group) =>
            [.. keys.Distinct(StringComparer.Ordinal).Select(key => (key, AskAsync(periods.Gathered, group(key), By(Dimension.LINKED_ACCOUNT), UsageOnly())))];
    }

    /// <summary>Charges that stem from a resource.</summary>
    public static Expression UsageOnly() => new()
    {
        Dimensions = new DimensionValues { Key = Dimension.RECORD_TYPE, Values = [.. ResourceUsage.ChargeTypes] },
    };

    private static async Task<Dictionary<string, CostAnswer>> CollectAsync(List<(string Key, Task<CostAnswer?> Asking)> further, List<Blindspot> notSeen)
    {
        var answers = new Dictionary<string, CostAnswer>(StringComparer.Ordinal);
        foreach (var (key, asking) in further)
        {
            try
            {
                if (await asking.ConfigureAwait(false) is { } answer)
                    answers[key] = answer;
                else
                    notSeen.Add(Blindspots.Late($"usage by {key}"));
            }
            catch (ProblemException failure)
            {
                notSeen.Add(new Blindspot($"usage by {key}", failure.Problems[0].Found, failure.Problems[0].Fix));
            }
        }

        return answers;
    }

    private static GroupDefinition Tag(string key) => new() { Type = GroupDefinitionType.TAG, Key = key };

    private static GroupDefinition Category(string name) => new() { Type = GroupDefinitionType.COST_CATEGORY, Key = name };

    private static GroupDefinition By(Dimension dimension) => new() { Type = GroupDefinitionType.DIMENSION, Key = dimension.Value };

    private static ProblemException Late(string endpoint) => new([new Problem(
        NothingInTime, endpoint, Permission, "no answer before the deadline", "at least one of the three answers in time",
        "Give the function a longer timeout, or look for what makes Cost Explorer slow.")]);
}
