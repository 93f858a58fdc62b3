using Pulumi.Aws.Organizations;

namespace FinOps.Infra.Organization;

/// <summary>The organization as it stands, read through the provider before anything is declared.</summary>
/// <param name="Accounts">Accounts that can spend (active or being activated), by id.</param>
/// <param name="ClosedAccounts">Suspended and closed ones: known, so that config naming them gets a true answer.</param>
public sealed record OrganizationModel(
    string Id,
    string RootId,
    string ManagementAccountId,
    IReadOnlyList<OrganizationAccount> Accounts,
    IReadOnlyList<OrganizationAccount> ClosedAccounts)
{
    public static async Task<OrganizationModel> DiscoverAsync()
    {
        var found = await GetOrganization.InvokeAsync();
        var accounts = found.Accounts
            .Select(account => new OrganizationAccount(account.Id, account.Name, account.State))
            .OrderBy(account => account.Id, StringComparer.Ordinal)
            .ToList();
        return new OrganizationModel(
            found.Id,
            found.Roots.Single().Id,
            found.MasterAccountId,
            [.. accounts.Where(account => account.CanSpend)],
            [.. accounts.Where(account => !account.CanSpend)]);
    }
}

/// <param name="State">PENDING_ACTIVATION, ACTIVE, SUSPENDED, PENDING_CLOSURE or CLOSED.</param>
public sealed record OrganizationAccount(string Id, string Name, string State)
{
    public bool CanSpend => State is "ACTIVE" or "PENDING_ACTIVATION";
}
