using System.Collections.Concurrent;
using Amazon.EC2;
using Amazon.EC2.Model;
using FinOps.Core.Costs;
using FinOps.Core.Problems;
using FinOps.Core.Scheduling;
using FinOps.Core.Scheduling.Decisions;
using FinOps.Core.Scheduling.Savings;
using FinOps.Functions.Aws;
using FinOps.Functions.Members;
using FinOps.Functions.Reports;
using FinOps.Functions.Scheduling.Gathering;
using FinOps.Functions.Scheduling.Memory;
using FinOps.Functions.Scheduling.Switching;

namespace FinOps.Functions.Scheduling;

/// <summary>
/// Starts and stops what is not production, by its schedule tag, in every member account and region. Each region is described, decided and
/// switched by itself, so that a run which ends early has done a part wholly and the rest not at all.
/// </summary>
internal sealed class NonprodScheduler(SchedulerOptions options, MemberSessions members, ReportClients clients, TimeProvider time)
{
    public const string FunctionName = "nonprod-scheduler";
    public const string NothingRead = "FIN5103";

    private readonly RequestMeter _meter = new();
    private readonly Unread _unread = new();

    /// <param name="memory">What the last run left.</param>
    /// <param name="deadline">When no further region is begun; the report still tells what was done.</param>
    /// <exception cref="ProblemException">FIN5103 when nothing could be looked at, FIN5001 to FIN5005 when the accounts cannot be listed.</exception>
    public async Task<(SchedulerReport Report, SchedulerMemory Memory)> RunAsync(SchedulerMemory memory, CancellationToken deadline, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var now = time.GetUtcNow();
        using var work = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        var (all, notSeen) = await members.AccountsAsync(cancellationToken).ConfigureAwait(false);
        // The function's own account is the management account: it has no scheduler role, and nothing in it is ever switched.
        var accounts = all.Where(account => !account.IsOwn).ToList();
        var places = await PlacesAsync(accounts, work.Token).ConfigureAwait(false);
        var outcomes = new ConcurrentDictionary<Place, IReadOnlyList<SwitchOutcome>>();
        await EachAsync(places, async place =>
        {
            if (await SwitchAsync(place, memory, now, work.Token).ConfigureAwait(false) is { } done)
                outcomes[place] = done;
        }).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (outcomes.IsEmpty)
            throw NothingCouldBeRead([.. notSeen, .. _unread.Told()]);

        var (rates, remembered) = await RatesAsync(memory, now, outcomes.Values.SelectMany(each => each), cancellationToken).ConfigureAwait(false);
        var names = accounts.ToDictionary(account => account.Id, account => account.Name, StringComparer.Ordinal);
        var rows = outcomes.Values.SelectMany(each => each).Select(outcome => Row(outcome, names, now, rates))
            .OrderBy(row => row.Account, StringComparer.Ordinal).ThenBy(row => row.Region, StringComparer.Ordinal).ThenBy(row => row.Kind).ThenBy(row => row.Id, StringComparer.Ordinal).ToList();
        var report = new SchedulerReport
        {
            Applied = options.Apply,
            Rows = rows,
            Schedules = [.. options.Book.Named.OrderBy(named => named.Key, StringComparer.Ordinal).Select(named => new ScheduleLine(
                named.Key, named.Value.Text, named.Value.Zone.Id, named.Value.IsOpen(now), named.Value.NextChange(now), rows.Count(row => row.Schedule == named.Key)))],
            Accounts = outcomes.Keys.Select(place => place.Account.Id).Distinct(StringComparer.Ordinal).Count(),
            Places = outcomes.Count,
            Currency = rows.Select(row => row.Saved?.Currency).FirstOrDefault(currency => currency is not null) ?? Money.UsDollar,
            RatePeriod = rates.Period,
            NotSeen = [.. notSeen, .. _unread.Told()],
            Cost = new RunCost(_meter.Requests, time.GetElapsedTime(started), _meter.Bytes),
            GeneratedAt = now,
            RunId = options.RunId ?? RunIds.At(now),
            Source = clients.Endpoint,
        };
        return (report, remembered with { Stops = Stops(memory, outcomes.Values.SelectMany(each => each), now) });
    }

    private async Task<IReadOnlyList<Place>> PlacesAsync(IReadOnlyList<MemberAccount> accounts, CancellationToken cancellationToken)
    {
        var places = new ConcurrentBag<Place>();
        await EachAsync(accounts, async account =>
        {
            try
            {
                var home = members.Connect(account, AwsConnection.GlobalRegion);
                using var ec2 = new AmazonEC2Client(home.Credentials, home.Configure(new AmazonEC2Config()));
                // Without AllRegions it answers those that the account may use.
                var answer = await _meter.CountAsync(Instances.Service, ec2.DescribeRegionsAsync(new DescribeRegionsRequest(), cancellationToken)).ConfigureAwait(false);
                foreach (var region in (answer.Regions ?? []).Select(region => region.RegionName!).Where(region => options.Regions.Count == 0 || options.Regions.Contains(region)))
                    places.Add(new Place(account, region));
            }
            catch (Exception failure) when (AwsFailure.IsAws(failure) || (failure is OperationCanceledException && cancellationToken.IsCancellationRequested))
            {
                _unread.Add("everything", account.Id, failure);
            }
        }).ConfigureAwait(false);
        // Region by region, so that the quotas of one account are not used up at once.
        return [.. places.OrderBy(place => place.Region, StringComparer.Ordinal).ThenBy(place => place.Account.Id, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<SwitchOutcome>?> SwitchAsync(Place place, SchedulerMemory memory, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            _unread.Add("everything", place.ToString(), new OperationCanceledException());
            return null;
        }

        using var aws = PlaceClients.Create(members.Connect(place.Account, place.Region));
        if (await new PlaceReader(options.Rules, _meter, _unread).ReadAsync(place, aws, cancellationToken).ConfigureAwait(false) is not { } found)
            return null;
        var decider = new SwitchDecider(options.Book, options.Rules, memory.Stops);
        var decisions = found.Select(resource => decider.Decide(resource, now)).ToList();
        return options.Apply
            ? await new PlaceSwitch(aws, options.Rules.ScheduleKey, _meter, now, cancellationToken).RunAsync(decisions).ConfigureAwait(false)
            : [.. decisions.Select(decision => new SwitchOutcome(decision, decision.Action == SwitchAction.Leave ? SwitchResult.Left : SwitchResult.WouldDo))];
    }

    /// <summary>Prices are asked for once a day, and only when something is stopped.</summary>
    private async Task<(OnDemandRates Rates, SchedulerMemory Memory)> RatesAsync(SchedulerMemory memory, DateTimeOffset now, IEnumerable<SwitchOutcome> outcomes, CancellationToken cancellationToken)
    {
        var period = RateReader.Period(now);
        if (memory.RatesUntil == period.End)
            return (OnDemandRates.From(memory.Rates, period), memory);
        if (!outcomes.Any(outcome => outcome.Decision is { Wanted: not null, Resource: { State: RunState.Stopped, Machines.Count: > 0 } }))
            return (OnDemandRates.None, memory);
        try
        {
            var rows = await RateReader.ReadAsync(clients, _meter, period, cancellationToken).ConfigureAwait(false);
            return (OnDemandRates.From(rows, period), memory with { Rates = rows, RatesUntil = period.End });
        }
        catch (Exception failure) when (AwsFailure.IsAws(failure) || failure is ProblemException)
        {
            _unread.Add("prices of hours", "the bill", failure);
            return (OnDemandRates.None, memory);
        }
    }

    private SwitchRow Row(SwitchOutcome outcome, Dictionary<string, string> names, DateTimeOffset now, OnDemandRates rates)
    {
        var (decision, resource, tags) = (outcome.Decision, outcome.Decision.Resource, outcome.Decision.Resource.Live.Tags);
        var stopped = decision.Wanted is null ? null : StoppedTime.Of(resource, now, rates);
        return new SwitchRow
        {
            Account = resource.Live.AccountId,
            AccountName = names.GetValueOrDefault(resource.Live.AccountId) ?? resource.Live.AccountId,
            Region = resource.Live.Region,
            Kind = resource.Kind,
            Id = resource.Id,
            Arn = resource.Live.Arn,
            Name = tags.GetValueOrDefault("Name") ?? "",
            Environment = tags.GetValueOrDefault(SwitchRules.EnvironmentKey) ?? "",
            Schedule = tags.GetValueOrDefault(options.Rules.ScheduleKey) ?? "",
            Status = resource.Status.Length > 0 ? resource.Status : resource.State == RunState.Running ? "running" : "stopped",
            Action = decision.Action,
            Result = outcome.Result,
            Reason = decision.Reason,
            Why = decision.Why,
            Error = outcome.Error,
            Until = decision.Until,
            StoppedAt = resource.StoppedAt,
            StoppedHours = stopped?.Hours,
            Rate = stopped?.Rate,
            Saved = stopped?.Saved,
        };
    }

    private static Dictionary<string, DateTimeOffset> Stops(SchedulerMemory memory, IEnumerable<SwitchOutcome> outcomes, DateTimeOffset now)
    {
        var stops = new Dictionary<string, DateTimeOffset>(memory.Stops, StringComparer.Ordinal);
        foreach (var (decision, result, _) in outcomes.Where(outcome => outcome.Decision.Resource.Kind is ResourceKind.Database or ResourceKind.Cluster))
        {
            var arn = decision.Resource.Live.Arn;
            if (decision is { Action: SwitchAction.Stop } && result == SwitchResult.Done)
                stops[arn] = now;
            else if (decision.Wanted == RunState.Running)
                stops.Remove(arn);
            else if (decision is { Wanted: RunState.Stopped, Resource: { State: RunState.Stopped, StoppedAt: { } at } })
                stops[arn] = at;
        }

        return stops;
    }

    private Task EachAsync<T>(IReadOnlyList<T> items, Func<T, Task> work) => Parallel.ForEachAsync(
        items, new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency }, async (item, _) => await work(item).ConfigureAwait(false));

    private ProblemException NothingCouldBeRead(IReadOnlyList<Blindspot> notSeen) => new([new Problem(
        NothingRead, clients.Endpoint, "member accounts", notSeen.Count == 0 ? "none" : string.Join("; ", notSeen.Take(5).Select(spot => $"{spot.What}: {spot.Why}")),
        "an account in which the scheduler's role can be assumed",
        "Enable finops:members for the units whose accounts are to be looked after, with environments that may be stopped, and deploy.")]);
}
