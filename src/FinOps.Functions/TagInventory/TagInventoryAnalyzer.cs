using FinOps.Core.Inventory.Fixes;
using FinOps.Core.Inventory.Spending;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Functions.Aws;
using FinOps.Functions.Members;
using FinOps.Functions.Reports;
using FinOps.Functions.Resources;
using FinOps.Functions.TagInventory.Spending;

namespace FinOps.Functions.TagInventory;

/// <summary>The tag inventory: scan, count, ask the bill, find spellings, and put it into one view model. It writes no tag.</summary>
public static class TagInventoryAnalyzer
{
    public const string FunctionName = "tag-inventory";

    /// <summary>The service by which the scan counts requests for resources that never had a tag.</summary>
    private const string Explorer = "Resource Explorer";

    /// <param name="scanEnd">When it fires, the scan ends with what it has.</param>
    /// <param name="deadline">When it fires, the report is made of what there is by then. Either is told in the report.</param>
    /// <exception cref="ProblemException">FIN5001 to FIN5005: the accounts cannot be listed; FIN5040: not one account and region could be read.</exception>
    public static async Task<TagInventoryRun> RunAsync(
        TagInventoryOptions options, MemberSessions sessions, ScanOptions scan, ReportClients clients, TimeProvider time, CancellationToken scanEnd, CancellationToken deadline)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        var (accounts, _) = await sessions.AccountsAsync(deadline).ConfigureAwait(false);
        return await RunAsync(
            options, sink => new ResourceScanner(sessions, scan, time).RunAsync(sink, scanEnd, CancellationToken.None),
            accounts.ToDictionary(account => account.Id, account => account.Name, StringComparer.Ordinal), clients, time, deadline).ConfigureAwait(false);
    }

    /// <param name="scan">Reads all accounts and regions into a sink, as far as it can.</param>
    /// <param name="accountNames">By account id, as far as known.</param>
    internal static async Task<TagInventoryRun> RunAsync(
        TagInventoryOptions options, Func<IResourceSink, Task<ScanOutcome>> scan, IReadOnlyDictionary<string, string> accountNames,
        ReportClients clients, TimeProvider time, CancellationToken deadline)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clients);
        ArgumentNullException.ThrowIfNull(time);
        var (started, now, meter, standard) = (time.GetTimestamp(), time.GetUtcNow(), new RequestMeter(), options.Standard);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        using var sink = new InventorySink(standard);
        var outcome = await scan(sink).ConfigureAwait(false);
        var counts = sink.Tally.Build();
        var found = counts.Keys.Where(key => !TagLimits.IsReserved(key.Key)).Select(key => key.Key).ToList();
        IReadOnlyList<string> wanted = [.. standard.CostAllocationKeys, .. standard.Keys.Select(key => key.Name), .. found];
        var (spend, summary, unpriced) = await SpendAsync([.. wanted.Distinct(StringComparer.Ordinal)]).ConfigureAwait(false);
        var proposals = TagProposals.Of(counts, standard, spend);
        var (fixes, refusals) = Plan(sink, proposals);
        var report = new TagInventoryReport
        {
            Day = today,
            Totals = InventoryReportBuilder.Totals(counts),
            Keys = InventoryReportBuilder.Keys(counts, standard, spend),
            KeyClusters = proposals.Keys,
            ValueClusters = InventoryReportBuilder.Ordered(proposals.Values),
            NotCompared = proposals.NotCompared,
            Fixes = FixSummary.Of(fixes, refusals),
            Spend = summary,
            NeverTagged = outcome.Requests.ContainsKey(Explorer) ? sink.NeverTagged(Explorer) : null,
            Accounts = counts.Accounts,
            Regions = counts.Regions,
            Types = counts.Types,
            AccountNames = accountNames,
            NotSeen = [.. outcome.NotSeen, .. unpriced],
            Cost = new RunCost(Sum(outcome.Requests, meter.Requests), time.GetElapsedTime(started), outcome.BytesRead + meter.Bytes),
            GeneratedAt = now,
            RunId = options.RunId ?? RunIds.At(now),
            Source = clients.Endpoint,
        };
        return new TagInventoryRun(report, fixes);

        async Task<(TagSpend? Spend, SpendSummary Summary, IReadOnlyList<Blindspot> NotSeen)> SpendAsync(IReadOnlyList<string> keys)
        {
            var period = TagSpendReader.PeriodBefore(today);
            try
            {
                return await new TagSpendReader(clients, meter).ReadAsync(keys, standard.CostAllocationKeys, options.BillKeys, period, deadline).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (deadline.IsCancellationRequested)
            {
                return (null, SpendSummary.Nothing(period), [new Blindspot("what carries each key", "the time of the run was over before the bill had answered", "Give the function more time, or fewer regions to look into.")]);
            }
        }
    }

    private static (IReadOnlyList<TagFix> Fixes, IReadOnlyList<FixRefusal> Refusals) Plan(InventorySink sink, TagProposals proposals)
    {
        var planner = new TagFixPlanner(proposals);
        var fixes = new List<TagFix>();
        var refusals = new List<FixRefusal>();
        foreach (var resource in sink.Pack.Read())
        {
            var (planned, refused) = planner.Plan(resource);
            fixes.AddRange(planned);
            refusals.AddRange(refused);
        }

        return (
        [
            .. fixes.OrderBy(fix => fix.AccountId, StringComparer.Ordinal).ThenBy(fix => fix.Region, StringComparer.Ordinal)
                .ThenBy(fix => fix.Arn, StringComparer.Ordinal).ThenBy(fix => fix.Key, StringComparer.Ordinal),
        ], refusals);
    }

    private static SortedDictionary<string, int> Sum(IReadOnlyDictionary<string, int> one, IReadOnlyDictionary<string, int> other)
    {
        var sum = new SortedDictionary<string, int>(one.ToDictionary(), StringComparer.Ordinal);
        foreach (var (service, count) in other)
            sum[service] = sum.GetValueOrDefault(service) + count;
        return sum;
    }
}
