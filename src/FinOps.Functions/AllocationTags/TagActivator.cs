using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Functions.Aws;
using FinOps.Functions.Reports;

namespace FinOps.Functions.AllocationTags;

/// <summary>
/// Activates cost allocation tags as soon as the bill knows them, and has AWS fill in the months before. Running it again changes nothing.
/// Throttled requests are tried again by the clients, a bounded number of times with jitter (<see cref="ReportClients"/>).
/// </summary>
public static class TagActivator
{
    public const string FunctionName = "tag-activator";

    /// <summary>Keys that one UpdateCostAllocationTagsStatus takes.</summary>
    private const int KeysPerCall = 20;

    /// <param name="deadline">Ends the run early: it answers with what it has and says what is unfinished.</param>
    /// <param name="cancellationToken">Ends the run with an exception.</param>
    /// <exception cref="ProblemException">FIN5001 to FIN5006 when the keys cannot be listed or activated.</exception>
    /// <exception cref="OperationCanceledException">Cancelled, or the deadline passed before the keys were listed.</exception>
    public static async Task<TagActivation> RunAsync(
        TagActivatorOptions options, ReportClients clients, TimeProvider time, CancellationToken deadline, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clients);
        ArgumentNullException.ThrowIfNull(time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        var meter = new RequestMeter();
        var reader = new AllocationTagReader(clients, meter);
        var keys = options.Keys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var known = await AwsFailure.TranslatingAsync("ce:ListCostAllocationTags", clients.Endpoint, () => reader.TagsAsync(either.Token)).ConfigureAwait(false);

        var active = keys.Where(key => known.GetValueOrDefault(key)?.Status == CostAllocationTagStatus.Active).ToList();
        var pending = keys.Where(key => !known.ContainsKey(key)).Select(key => new PendingKey(key, WhyPending(key, known.Keys))).ToList();
        var outcome = new Outcome([.. keys.Where(key => known.ContainsKey(key)).Except(active)]);
        if (!options.DryRun)
            await ActivateAsync(outcome, clients, meter, either.Token, cancellationToken).ConfigureAwait(false);
        else
            outcome.ActivateAll();
        pending.AddRange(outcome.NotFound.Select(key => new PendingKey(key, WhyPending(key, []))));

        var changes = active.Select(key => Instants.Parse(known[key].LastUpdatedDate)).Concat(outcome.Activated.Select(_ => (DateTimeOffset?)time.GetUtcNow()));
        var backfill = await new TagBackfill(clients, meter, reader, time).RequestAsync(options, changes.Max(), either.Token, cancellationToken).ConfigureAwait(false);
        var requests = meter.Requests.GetValueOrDefault(RunCost.CostExplorerService);
        return new TagActivation(
            time.GetUtcNow(), options.DryRun, active, outcome.Activated, [.. pending.OrderBy(key => key.Key, StringComparer.Ordinal)], outcome.Refused, outcome.Open,
            backfill, requests, requests * RunCost.CostExplorerRequestPrice);
    }

    private static async Task ActivateAsync(Outcome outcome, ReportClients clients, RequestMeter meter, CancellationToken either, CancellationToken cancellationToken)
    {
        foreach (var chunk in outcome.Open.Chunk(KeysPerCall).ToList())
        {
            var request = new UpdateCostAllocationTagsStatusRequest
            {
                CostAllocationTagsStatus = [.. chunk.Select(key => new CostAllocationTagStatusEntry { TagKey = key, Status = CostAllocationTagStatus.Active })],
            };
            try
            {
                var answer = await AwsFailure.TranslatingAsync("ce:UpdateCostAllocationTagsStatus", clients.Endpoint, () => meter.CountAsync(
                    RunCost.CostExplorerService, clients.CostExplorer.UpdateCostAllocationTagsStatusAsync(request, either))).ConfigureAwait(false);
                outcome.Take(chunk, answer.Errors ?? []);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private static string WhyPending(string key, IEnumerable<string> known)
    {
        var wait = TagLimits.IsReserved(key)
            ? "AWS has not generated it for any cost yet; it is listed up to 24 hours after it first is"
            : "the bill does not know it yet; AWS lists a key up to 24 hours after the first resource with cost carries it";
        return known.FirstOrDefault(other => Spelling.Fold(other) == Spelling.Fold(key)) is { } other
            ? $"{wait}. The bill knows '{other}', which to AWS is another key: correct the tags of those resources"
            : wait;
    }

    /// <summary>Where each key that could be activated stands.</summary>
    private sealed class Outcome(IReadOnlyList<string> candidates)
    {
        private const string NotFoundCode = "TagKeysNotFoundException";

        public List<string> Activated { get; } = [];

        public List<string> NotFound { get; } = [];

        public List<RefusedKey> Refused { get; } = [];

        public List<string> Open { get; } = [.. candidates];

        public void ActivateAll()
        {
            Activated.AddRange(Open);
            Open.Clear();
        }

        // Status 200 says nothing about single keys: those in Errors were refused.
        public void Take(string[] asked, List<UpdateCostAllocationTagsStatusError> errors)
        {
            var refused = errors.Where(error => error.TagKey is not null).ToLookup(error => error.TagKey!, StringComparer.Ordinal);
            foreach (var key in asked)
            {
                Open.Remove(key);
                if (!refused.Contains(key))
                    Activated.Add(key);
                else if (refused[key].All(error => error.Code == NotFoundCode))
                    NotFound.Add(key);
                else
                    Refused.Add(refused[key].Select(error => new RefusedKey(key, error.Code ?? "", error.Message ?? "")).First(error => error.Code != NotFoundCode));
            }
        }
    }
}
