using Amazon.Organizations;
using Amazon.Organizations.Model;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Organizations;

/// <summary>What Organizations lists in pages, each list whole. An empty page may come before a full one, so only the token tells the end.</summary>
internal sealed class OrganizationLists(IAmazonOrganizations organizations, string endpoint)
{
    public Task<IReadOnlyList<Root>> RootsAsync(CancellationToken cancellationToken) => AllAsync("ListRoots", async token =>
    {
        var page = await organizations.ListRootsAsync(new ListRootsRequest { NextToken = token }, cancellationToken).ConfigureAwait(false);
        return (page.Roots, page.NextToken);
    });

    public Task<IReadOnlyList<OrganizationalUnit>> UnitsAsync(string parent, CancellationToken cancellationToken) => AllAsync("ListOrganizationalUnitsForParent", async token =>
    {
        var page = await organizations.ListOrganizationalUnitsForParentAsync(new ListOrganizationalUnitsForParentRequest { ParentId = parent, NextToken = token }, cancellationToken).ConfigureAwait(false);
        return (page.OrganizationalUnits, page.NextToken);
    });

    public Task<IReadOnlyList<Account>> AccountsAsync(string parent, CancellationToken cancellationToken) => AllAsync("ListAccountsForParent", async token =>
    {
        var page = await organizations.ListAccountsForParentAsync(new ListAccountsForParentRequest { ParentId = parent, NextToken = token }, cancellationToken).ConfigureAwait(false);
        return (page.Accounts, page.NextToken);
    });

    /// <summary>Every account of the organization.</summary>
    public Task<IReadOnlyList<Account>> AccountsAsync(CancellationToken cancellationToken) => AllAsync("ListAccounts", async token =>
    {
        var page = await organizations.ListAccountsAsync(new ListAccountsRequest { NextToken = token }, cancellationToken).ConfigureAwait(false);
        return (page.Accounts, page.NextToken);
    });

    public Task<IReadOnlyList<PolicySummary>> TagPoliciesAsync(string target, CancellationToken cancellationToken) => AllAsync("ListPoliciesForTarget", async token =>
    {
        var page = await organizations.ListPoliciesForTargetAsync(new ListPoliciesForTargetRequest { TargetId = target, Filter = PolicyType.TAG_POLICY, NextToken = token }, cancellationToken).ConfigureAwait(false);
        return (page.Policies, page.NextToken);
    });

    /// <summary>The tags of an account, a unit or the root.</summary>
    public Task<IReadOnlyList<Tag>> TagsAsync(string resourceId, CancellationToken cancellationToken) => AllAsync("ListTagsForResource", async token =>
    {
        var page = await organizations.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceId = resourceId, NextToken = token }, cancellationToken).ConfigureAwait(false);
        return (page.Tags, page.NextToken);
    });

    private Task<IReadOnlyList<T>> AllAsync<T>(string operation, Func<string?, Task<(List<T>? Items, string? Next)>> ask) => AwsFailure.TranslatingAsync($"organizations:{operation}", endpoint, async () =>
    {
        var all = new List<T>();
        string? token = null;
        do
        {
            (var items, token) = await ask(token).ConfigureAwait(false);
            all.AddRange(items ?? []);
        }
        while (!string.IsNullOrEmpty(token));
        return (IReadOnlyList<T>)all;
    });
}
