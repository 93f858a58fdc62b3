using System.Net.Mail;
using FinOps.Core.Budgeting;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Functions.Organizations;

namespace FinOps.Functions.Responder.Gathering;

/// <summary>
/// Finds who owns a budget or an account. Names of teams and mailboxes come from the tag standard; what a tag says counts only when the standard
/// allows it, so that nobody can have mail sent to an address of his choice.
/// </summary>
/// <param name="nobody">Who is told of what nobody owns.</param>
internal sealed class OwnerFinder(TagStandard standard, OrganizationLists organization, Owner nobody)
{
    private const string OwnerKey = "Owner";
    private const string AccountPrefix = "account-";
    private const string TeamPrefix = "team-";

    private readonly Dictionary<string, Owner?> _accounts = new(StringComparer.Ordinal);

    /// <param name="budget">Null when it could not be read: the name alone must do then.</param>
    /// <param name="prefix">What stands before the ids of our own budgets.</param>
    /// <exception cref="ProblemException">FIN5001 to FIN5005: the owner of an account cannot be looked up.</exception>
    public async Task<Owner> OfBudgetAsync(string name, WatchedBudget? budget, string prefix, CancellationToken cancellationToken)
    {
        var id = name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : "";
        foreach (var suffix in (string[])["-daily", "-quarterly"])
            if (id.EndsWith(suffix, StringComparison.Ordinal))
                id = id[..^suffix.Length];
        if (id.StartsWith(TeamPrefix, StringComparison.Ordinal) && standard.Teams.FirstOrDefault(team => PlannedBudget.Slug(team.Name) == id[TeamPrefix.Length..]) is { } named)
            return Of(named, $"the budget {name} is the team's");
        // The key that says who owns a cost, as a tag or as the cost category of the same name.
        if (budget?.Values.Where(value => value.Key == standard.AllocationKey).Select(value => value.Value).ToList() is [var one] && standard.Team(one) is { } filtered)
            return Of(filtered, $"the budget counts {standard.AllocationKey} {one}");
        var accounts = budget?.Accounts is { Count: > 0 } scoped ? scoped
            : id.StartsWith(AccountPrefix, StringComparison.Ordinal) && IsAccount(id[AccountPrefix.Length..]) ? [id[AccountPrefix.Length..]]
            : [];
        return accounts is [var account] ? await OfAccountAsync(account, cancellationToken).ConfigureAwait(false) : nobody with { Why = "the budget is nobody's in particular" };
    }

    /// <param name="account">Twelve digits.</param>
    /// <exception cref="ProblemException">FIN5001 to FIN5005.</exception>
    public async Task<Owner> OfAccountAsync(string account, CancellationToken cancellationToken)
    {
        if (!_accounts.TryGetValue(account, out var owner))
            _accounts[account] = owner = await LookUpAsync(account, cancellationToken).ConfigureAwait(false);
        return owner ?? nobody with { Why = $"account {account} has no tag that names an owner of the standard" };
    }

    private async Task<Owner?> LookUpAsync(string account, CancellationToken cancellationToken)
    {
        if (!IsAccount(account))
            return null;
        var tags = (await organization.TagsAsync(account, cancellationToken).ConfigureAwait(false))
            .Where(tag => tag is { Key: not null, Value: not null }).GroupBy(tag => tag.Key!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Value!, StringComparer.Ordinal);
        if (standard.AllocationKey is { } key && tags.GetValueOrDefault(key) is { } value && standard.Team(value) is { } team)
            return Of(team, $"account {account} is tagged {key} {value}");
        return tags.GetValueOrDefault(OwnerKey) is { } address && standard.Key(OwnerKey) is not null && standard.IsAllowed(OwnerKey, address) && MailAddress.TryCreate(address, out var parsed) && parsed.Address == address
            ? new Owner(address, [address], $"account {account} is tagged {OwnerKey} {address}")
            : null;
    }

    private static Owner Of(Team team, string why) => new(team.Name, [team.OwnerEmail], why);

    private static bool IsAccount(string text) => text.Length == 12 && text.All(char.IsAsciiDigit);
}
