using Amazon.ResourceGroupsTaggingAPI;
using FinOps.Core.Compliance;
using FinOps.Core.Compliance.Judging;
using FinOps.Core.Inventory;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Compliance.Gathering;
using FinOps.Functions.Compliance.Trend;
using FinOps.Functions.Members;
using FinOps.Functions.Reports;
using FinOps.Functions.Resources;

namespace FinOps.Functions.Compliance;

/// <summary>The compliance report: every live resource held against the standard, put into one view model.</summary>
public static class ComplianceChecker
{
    public const string FunctionName = "compliance-checker";

    /// <param name="members">How to get into member accounts; null to see the own account only.</param>
    /// <param name="deadline">Ends the scan early: the report is then of what was seen, and says so.</param>
    /// <exception cref="ProblemException">
    /// FIN5040 when not one account and region could be read, FIN5001 to FIN5005 when nobody says who the caller is. Everything else that cannot be read is told in the report.
    /// </exception>
    public static async Task<ComplianceReport> RunAsync(
        ComplianceOptions options, AwsConnection aws, MemberSettings? members, ReportClients clients, TimeProvider time, CancellationToken deadline, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(aws);
        ArgumentNullException.ThrowIfNull(clients);
        ArgumentNullException.ThrowIfNull(time);
        var (started, now, meter) = (time.GetTimestamp(), time.GetUtcNow(), new RequestMeter());
        var (today, runId) = (DateOnly.FromDateTime(now.UtcDateTime), options.RunId ?? RunIds.At(now));
        using var sessions = new MemberSessions(aws, members, FunctionName);
        using var tagging = new AmazonResourceGroupsTaggingAPIClient(aws.Credentials, aws.Configure(new AmazonResourceGroupsTaggingAPIConfig(), AwsConnection.GlobalRegion));

        var native = new NativeSummaryReader(tagging, meter, clients.Endpoint).ReadAsync(cancellationToken);
        var trend = options.Bucket is { } bucket
            ? new TrendStore(clients, meter, bucket).ReadAsync(runId, today, cancellationToken)
            : Task.FromResult<(IReadOnlyList<RunFigures>?, IReadOnlyList<Blindspot>)>((null, []));
        var owners = new AccountOwners(tagging, meter, options.Standard, clients.Endpoint).ReadAsync(cancellationToken);
        var bill = new SpendReader(clients, meter, options.ServicesByResource).ReadAsync(today, cancellationToken);
        await Task.WhenAll(native, trend, owners, bill).ConfigureAwait(false);
        var (summary, nativeNotSeen) = await native.ConfigureAwait(false);
        var (earlier, trendNotSeen) = await trend.ConfigureAwait(false);
        var (teams, ownersNotSeen) = await owners.ConfigureAwait(false);
        var (spend, spendNotSeen) = await bill.ConfigureAwait(false);
        var tally = new ComplianceTally(new LiveJudge(options.Standard, options.Waivers, today), spend, options.MostFindings);
        var scan = await new ResourceScanner(sessions, options.Scan, time).RunAsync(new Sink(tally), deadline, cancellationToken).ConfigureAwait(false);

        var result = tally.Finish(AccountOwners.Join(scan.Accounts, teams));
        return new ComplianceReport
        {
            Result = result,
            AccountsSeen = scan.Read.Select(place => place.AccountId).Distinct(StringComparer.Ordinal).Count(),
            AccountsAsked = scan.Accounts.Count,
            Earlier = earlier,
            Native = summary,
            StandardSource = Path.GetFileName(options.Standard.Source),
            NotSeen = [.. scan.NotSeen, .. ComplianceBlindspots.In(result), .. spendNotSeen, .. new[] { ownersNotSeen, nativeNotSeen }.OfType<Blindspot>(), .. trendNotSeen],
            Cost = new RunCost(Sum(meter.Requests, scan.Requests), time.GetElapsedTime(started), meter.Bytes + scan.BytesRead),
            GeneratedAt = now,
            RunId = runId,
            Source = clients.Endpoint,
        };
    }

    /// <summary>Keeps the figures of the run for later ones, once.</summary>
    /// <exception cref="ProblemException">FIN5001 to FIN5005: S3 could not be reached or refused.</exception>
    public static Task<bool> KeepAsync(ComplianceReport report, string bucket, ReportClients clients, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new TrendStore(clients, new RequestMeter(), bucket).WriteAsync(report.Kept, cancellationToken);
    }

    private static SortedDictionary<string, int> Sum(IReadOnlyDictionary<string, int> own, IReadOnlyDictionary<string, int> scan) => new(
        own.Concat(scan).GroupBy(each => each.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(each => each.Value)), StringComparer.Ordinal);

    private sealed class Sink(ComplianceTally tally) : IResourceSink
    {
        public void Add(LiveResource resource, SeenBy source) => tally.Add(resource);
    }
}
