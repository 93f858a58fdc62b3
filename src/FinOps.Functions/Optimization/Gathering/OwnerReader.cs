using Amazon.Organizations;
using Amazon.Organizations.Model;
using FinOps.Core.Optimization;
using FinOps.Functions.Aws;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Optimization.Gathering;

/// <summary>Tags of the accounts whose resources do not say themselves who owns them.</summary>
internal sealed class OwnerReader(IAmazonOrganizations organizations, RequestMeter meter)
{
    // Organizations answers a few of these a second.
    private const int Concurrency = 3;

    public async Task<(IReadOnlyDictionary<string, AccountFacts> Accounts, IReadOnlyList<Blindspot> NotSeen)> ReadAsync(
        IReadOnlyCollection<string> unowned, IReadOnlyDictionary<string, string> names, CancellationToken cancellationToken)
    {
        var facts = names.ToDictionary(pair => pair.Key, pair => new AccountFacts(pair.Key, pair.Value, null), StringComparer.Ordinal);
        var failures = new List<(string Account, string Why)>();
        using var slots = new SemaphoreSlim(Concurrency);
        await Task.WhenAll(unowned.Select(async account =>
        {
            try
            {
                await slots.WaitAsync(cancellationToken).ConfigureAwait(false);
                try
                {
                    var tags = await TagsAsync(account, cancellationToken).ConfigureAwait(false);
                    lock (facts)
                        facts[account] = new AccountFacts(account, names.GetValueOrDefault(account, ""), tags);
                }
                finally
                {
                    slots.Release();
                }
            }
            catch (Exception failure) when (Failures.IsSurvived(failure))
            {
                lock (failures)
                    failures.Add((account, Failures.Why(failure)));
            }
        })).ConfigureAwait(false);
        return (facts, [.. failures.GroupBy(failure => failure.Why, StringComparer.Ordinal).Select(group => new Blindspot(
            $"tags of {group.Count()} accounts that would say who owns what is untagged in them", group.Key, "Give the role organizations:ListTagsForResource in the management account."))]);
    }

    private async Task<Dictionary<string, string>> TagsAsync(string account, CancellationToken cancellationToken)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        await AllPages.ReadAsync(async token =>
        {
            var page = await meter.CountAsync("Organizations", organizations.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceId = account, NextToken = token }, cancellationToken)).ConfigureAwait(false);
            foreach (var tag in page.Tags ?? [])
                if (tag.Key is { } key)
                    tags[key] = tag.Value ?? "";
            return page.NextToken;
        }).ConfigureAwait(false);
        return tags;
    }
}
