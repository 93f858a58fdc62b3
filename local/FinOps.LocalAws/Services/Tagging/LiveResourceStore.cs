using FinOps.Core.Inventory;
using FinOps.Core.Organization.Synthetic.Resources;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Organizations;
using FinOps.LocalAws.Storage;

namespace FinOps.LocalAws.Services.Tagging;

/// <summary>The resources of the synthetic organization with the tags that callers changed, for every service that shows them.</summary>
internal sealed class LiveResourceStore(LocalAwsEnvironment environment)
{
    private static readonly TagStore Tags = new("live", TaggingErrors.Invalid);

    /// <param name="region">What this region's endpoints list; null for all.</param>
    public IEnumerable<SyntheticResource> Of(string accountId, string? region = null)
    {
        var changed = Tags.All(environment.Store, accountId + "/");
        foreach (var resource in Made(accountId, region))
            yield return changed.TryGetValue(Key(resource), out var tags) ? With(resource, tags) : resource;
        if (accountId == environment.ManagementAccountId && region is null or SyntheticRegions.Home)
            foreach (var account in Accounts())
                yield return account;
    }

    /// <summary>Changes the tags of one resource that the account has in the region.</summary>
    /// <exception cref="Wire.AwsError">InvalidParameterException: there is no such resource, or AWS takes no such tags.</exception>
    public void Change(StoreSession session, string accountId, string region, string arn, IReadOnlyDictionary<string, string> add, IEnumerable<string> remove)
    {
        var (store, key, standing) = Find(accountId, region, arn) ?? throw TaggingErrors.Invalid($"The resource {arn} could not be found in {region}.");
        if (add.Count > 0)
            store.Merge(session, key, add, standing);
        else
            store.Remove(session, key, remove, standing);
    }

    private (TagStore Store, string Key, IReadOnlyDictionary<string, string> Standing)? Find(string accountId, string region, string arn)
    {
        if (Made(accountId, region).FirstOrDefault(resource => resource.Live.Arn == arn) is { } made)
            return (Tags, Key(made), made.Live.Tags);
        // Organizations keeps its tags in its own region, and shows them to the management account.
        return accountId == environment.ManagementAccountId && region == SyntheticRegions.Home && environment.Organization.Accounts.FirstOrDefault(account => account.Arn == arn) is { } account
            ? (TagOperations.Tags, account.Id, account.Tags)
            : null;
    }

    private IEnumerable<SyntheticResource> Made(string accountId, string? region) =>
        environment.Organization.FindAccount(accountId) is { } account ? environment.Organization.ResourcesOf(account, region) : [];

    private IEnumerable<SyntheticResource> Accounts()
    {
        var changed = TagOperations.Tags.All(environment.Store);
        foreach (var account in environment.Organization.Accounts)
        {
            var resource = new SyntheticResource(LiveResource.Found(account.Arn, environment.ManagementAccountId, SyntheticRegions.Home, account.Tags)!, account.Tags.Count > 0);
            yield return changed.TryGetValue(account.Id, out var tags) ? With(resource, tags) : resource;
        }
    }

    private static SyntheticResource With(SyntheticResource resource, IReadOnlyDictionary<string, string> tags) =>
        resource with { Live = resource.Live with { Tags = tags }, EverTagged = true };

    private static string Key(SyntheticResource resource) => $"{resource.Live.AccountId}/{resource.Live.Arn}";
}
