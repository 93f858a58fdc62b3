using FinOps.Core.Tagging;

namespace FinOps.Core.Optimization;

/// <summary>Who can act on a resource: its allocation tag says so when the tag standard allows the value, else its account does.</summary>
/// <param name="key">The allocation tag.</param>
public sealed class OwnerFinder(TagStandard standard, string key, IReadOnlyDictionary<string, AccountFacts> accounts)
{
    public Owner Find(string accountId, IReadOnlyDictionary<string, string> tags)
    {
        if (OfTags(tags) is { } team)
            return new Owner(team, OwnerSource.ResourceTag, standard.Team(team)?.OwnerEmail);
        if (!accounts.TryGetValue(accountId, out var account))
            return Owner.Nobody;
        if (account.Tags is { } own && OfTags(own) is { } accountTeam)
            return new Owner(accountTeam, OwnerSource.AccountTag, standard.Team(accountTeam)?.OwnerEmail);
        return account.Name.Length > 0 ? new Owner(account.Name, OwnerSource.Account, null) : Owner.Nobody;
    }

    private string? OfTags(IReadOnlyDictionary<string, string> tags) =>
        tags.TryGetValue(key, out var value) && value.Length > 0 && standard.IsAllowed(key, value, out _) ? value : null;
}
