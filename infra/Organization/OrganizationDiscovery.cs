using Pulumi.Aws.Organizations;
using Pulumi.Aws.Organizations.Outputs;
using Pulumi.Aws.ResourceGroupsTaggingApi;

namespace FinOps.Infra.Organization;

/// <summary>
/// Reads the organization through the provider: one question for all accounts, one for all their tags, two for each unit. None for each
/// account, so that five thousand of them stay quick.
/// </summary>
internal static class OrganizationDiscovery
{
    // Organizations answers few questions a second; more at once only wait at the provider.
    private const int AtOnce = 8;

    public static async Task<OrganizationModel> ReadAsync(bool readAccountTags)
    {
        var found = await GetOrganization.InvokeAsync();
        var root = found.Roots.Single();
        var tags = readAccountTags ? TagsAsync() : Task.FromResult(new Dictionary<string, IReadOnlyDictionary<string, string>>());
        var units = await UnitsAsync(root.Id);
        var parents = await ParentsAsync([root.Id, .. units.Select(unit => unit.Id)]);
        var tagsByArn = await tags;
        var accounts = found.Accounts
            .Select(account => new OrganizationAccount(account.Id, account.Name, State(account))
            {
                ParentId = parents.GetValueOrDefault(account.Id, root.Id),
                Tags = tagsByArn.GetValueOrDefault(account.Arn) ?? new Dictionary<string, string>(),
            })
            .OrderBy(account => account.Id, StringComparer.Ordinal)
            .ToList();
        return new OrganizationModel(found.Id, root.Id, found.MasterAccountId, [.. accounts.Where(account => account.CanSpend)], [.. accounts.Where(account => !account.CanSpend)])
        {
            Units = units,
            EnabledPolicyTypes = [.. found.EnabledPolicyTypes],
            ServiceAccess = [.. found.AwsServiceAccessPrincipals],
        };
    }

    /// <summary>Level by level, so that parents come before their children.</summary>
    private static async Task<List<OrganizationUnit>> UnitsAsync(string root)
    {
        var units = new List<OrganizationUnit>();
        List<(string Id, string Path)> level = [(root, "")];
        while (level.Count > 0)
        {
            var below = await EachAsync(level, async parent =>
            {
                var children = await GetOrganizationalUnits.InvokeAsync(new GetOrganizationalUnitsArgs { ParentId = parent.Id });
                return children.Children.Select(child => new OrganizationUnit(child.Id, child.Name, parent.Path + child.Name, parent.Id)).OrderBy(child => child.Name, StringComparer.Ordinal).ToList();
            });
            units.AddRange(below.SelectMany(children => children));
            level = [.. below.SelectMany(children => children).Select(unit => (unit.Id, unit.Path + "/"))];
        }

        return units;
    }

    /// <summary>The parent of each account, by account id.</summary>
    private static async Task<Dictionary<string, string>> ParentsAsync(IReadOnlyList<string> parents)
    {
        var children = await EachAsync(parents, async parent =>
            (Parent: parent, (await GetOrganizationalUnitChildAccounts.InvokeAsync(new GetOrganizationalUnitChildAccountsArgs { ParentId = parent })).Accounts));
        return children.SelectMany(entry => entry.Accounts, (entry, account) => (account.Id, entry.Parent)).ToDictionary(entry => entry.Id, entry => entry.Parent, StringComparer.Ordinal);
    }

    /// <summary>The tags of every account that has some, by ARN. Organizations keeps its tags in us-east-1 alone.</summary>
    private static async Task<Dictionary<string, IReadOnlyDictionary<string, string>>> TagsAsync()
    {
        var found = await GetResources.InvokeAsync(new GetResourcesArgs { Region = "us-east-1", ResourceTypeFilters = { "organizations:account" } });
        return found.ResourceTagMappingLists.ToDictionary(resource => resource.ResourceArn, resource => (IReadOnlyDictionary<string, string>)resource.Tags, StringComparer.Ordinal);
    }

    private static async Task<List<TResult>> EachAsync<T, TResult>(IReadOnlyCollection<T> items, Func<T, Task<TResult>> ask)
    {
        var results = new List<TResult>(items.Count);
        foreach (var some in items.Chunk(AtOnce))
        {
            results.AddRange(await Task.WhenAll(some.Select(ask)));
        }

        return results;
    }

    /// <summary>AWS retires Status for State; a provider that is older than State gives it empty.</summary>
#pragma warning disable CS0618 // Status is all that such a provider has.
    private static string State(GetOrganizationAccountResult account) => account.State is { Length: > 0 } state ? state : account.Status;
#pragma warning restore CS0618
}
