using System.Collections.Concurrent;
using Amazon.ResourceExplorer2;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Members;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Resources;

/// <summary>
/// Reads the resources of every account in every region it may use, many places at a time, and hands each resource to a sink. Whatever cannot be
/// read is told, place by place; nothing counts as empty because it did not answer.
/// </summary>
public sealed class ResourceScanner(MemberSessions sessions, ScanOptions options, TimeProvider time)
{
    public const string NothingRead = "FIN5040";

    /// <param name="deadline">Ends the scan early: it answers with what it has. Leave time after it for what is to be made of the resources.</param>
    /// <param name="cancellationToken">Ends the scan with an exception.</param>
    /// <exception cref="ProblemException">FIN5001 to FIN5005: the accounts cannot be listed. FIN5040: not one place could be read.</exception>
    public async Task<ScanOutcome> RunAsync(IResourceSink sink, CancellationToken deadline, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sink);
        var started = time.GetTimestamp();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        var (accounts, notSeen) = await sessions.AccountsAsync(either.Token).ConfigureAwait(false);

        using var http = new SharedHttp(options.Concurrency);
        var (meter, intake) = (new RequestMeter(), new ScanIntake(sink));
        var retry = new RequestRetry(options, meter, time);
        var ledger = new Ledger();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = cancellationToken };

        var regions = new RegionReader(retry, http);
        var places = new ConcurrentBag<(MemberAccount Account, string Region)>();
        await Parallel.ForEachAsync(accounts, parallel, (account, _) => ledger.TryAsync(account, null, () => 0, async () =>
        {
            foreach (var region in options.Regions ?? await regions.ReadAsync(sessions.Connect(account, AwsConnection.GlobalRegion), either.Token).ConfigureAwait(false))
                places.Add((account, region));
        }, cancellationToken)).ConfigureAwait(false);

        await Parallel.ForEachAsync(places.OrderBy(place => place.Account.Id, StringComparer.Ordinal), parallel, async (place, _) =>
        {
            var reader = new PlaceReader(options, retry, http, intake, time);
            await ledger.TryAsync(place.Account, place.Region, () => reader.Resources, async () =>
            {
                await reader.ReadAsync(place.Account.Id, sessions.Connect(place.Account, place.Region), either.Token).ConfigureAwait(false);
                ledger.Read.Add(new ScannedPlace(place.Account.Id, place.Region, reader.Resources, reader.Pages));
            }, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);

        var read = ledger.Read.OrderBy(place => place.AccountId, StringComparer.Ordinal).ThenBy(place => place.Region, StringComparer.Ordinal).ToList();
        var notRead = ledger.NotRead.OrderBy(place => place.AccountId, StringComparer.Ordinal).ThenBy(place => place.Region, StringComparer.Ordinal).ToList();
        if (read.Count == 0)
            throw Nothing(notRead);
        var untagged = await FindUntaggedAsync(accounts, [.. places.Select(place => place.Region).Distinct().Order(StringComparer.Ordinal)], retry, http, intake, either.Token).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return new ScanOutcome
        {
            Accounts = accounts,
            Read = read,
            NotRead = notRead,
            NotSeen = [.. notSeen, .. ScanBlindspots.Of(notRead, read.Select(place => place.AccountId).ToHashSet(StringComparer.Ordinal)), .. untagged, .. Unreadable(intake.Unreadable)],
            Resources = intake.Resources,
            NeverTagged = intake.NeverTagged,
            Requests = meter.Requests,
            Retries = retry.Retries,
            BytesRead = meter.Bytes,
            Elapsed = time.GetElapsedTime(started),
        };
    }

    private async Task<IReadOnlyList<Blindspot>> FindUntaggedAsync(IReadOnlyList<MemberAccount> accounts, IReadOnlyList<string> regions, RequestRetry retry, SharedHttp http, ScanIntake intake, CancellationToken cancellationToken)
    {
        if (options.Explorer is not { } explorer)
            return [new Blindspot("resources that were never tagged", "the Tagging API does not list them, and Resource Explorer is not asked", "Set up Resource Explorer for the organization and name its view in the settings.")];
        if (accounts.FirstOrDefault(account => account.IsOwn) is not { } own)
            return [new Blindspot("resources that were never tagged", "the account of the function is not among those of the organization", "Run the function in an account that has a view of Resource Explorer.")];
        var (connection, bucket) = (sessions.Connect(own, explorer.Region), new TokenBucket(options.SearchesPerSecond, time));
        using var client = new AmazonResourceExplorer2Client(connection.Credentials, http.Configure(connection, new AmazonResourceExplorer2Config()));
        var finder = new UntaggedFinder(
            async (request, token) =>
            {
                await bucket.TakeAsync(token).ConfigureAwait(false);
                return await retry.RunAsync("Resource Explorer", connection.Credentials, each => client.SearchAsync(request, each), token).ConfigureAwait(false);
            },
            explorer.ViewArn, intake);
        return await finder.FindAsync(regions, [.. accounts.Select(account => account.Id)], cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<Blindspot> Unreadable(long rows)
    {
        if (rows > 0)
            yield return new Blindspot($"{rows:N0} rows of AWS's lists", "their ARN is none that can be read", "Report it with the answer of aws resourcegroupstaggingapi get-resources.");
    }

    private static ProblemException Nothing(IReadOnlyList<UnreadPlace> notRead)
    {
        var spots = ScanBlindspots.Of(notRead, new HashSet<string>()).ToList();
        return new ProblemException(spots.Count == 0
            ? [new Problem(NothingRead, "scan", "accounts", "no active account with a region", "at least one account and region", "Name regions that the accounts may use, or none.")]
            : [.. spots.Select(spot => new Problem(NothingRead, "scan", "resources", $"nothing: {spot.What}: {spot.Why}", "at least one account and region that answers", spot.NextStep))]);
    }

    /// <summary>What became of each place. Places end in parallel.</summary>
    private sealed class Ledger
    {
        public ConcurrentBag<ScannedPlace> Read { get; } = [];

        public ConcurrentBag<UnreadPlace> NotRead { get; } = [];

        /// <param name="before">How many resources were found when it went wrong.</param>
        /// <param name="cancellationToken">When this is cancelled the scan ends, and no place is to blame.</param>
        public async ValueTask TryAsync(MemberAccount account, string? region, Func<int> before, Func<Task> work, CancellationToken cancellationToken)
        {
            try
            {
                await work().ConfigureAwait(false);
            }
            catch (Exception failure) when (ScanFailure.IsAnswer(failure) && !cancellationToken.IsCancellationRequested)
            {
                NotRead.Add(new UnreadPlace(account.Id, account.Name, region, ScanFailure.ReasonOf(failure), ScanFailure.Describe(failure), before()));
            }
        }
    }
}
