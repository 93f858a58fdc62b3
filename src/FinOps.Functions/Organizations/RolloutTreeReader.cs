using Amazon.Organizations;
using Amazon.Organizations.Model;
using Amazon.Runtime;
using FinOps.Core.Problems;
using FinOps.Core.Rollout.Waves;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Organizations;

/// <summary>Reads what stands below what: the units level by level, and the accounts of each. Closed accounts are in it too; they just make no calls.</summary>
public sealed class RolloutTreeReader(IAmazonOrganizations organizations, string endpoint)
{
    /// <param name="endpoint">One address that serves all of AWS; null for AWS itself.</param>
    /// <exception cref="ProblemException">FIN5001 to FIN5005: Organizations does not answer.</exception>
    public static async Task<RolloutTree> ReadAsync(AWSCredentials credentials, Uri? endpoint, CancellationToken cancellationToken)
    {
        // Organizations answers in us-east-1 alone.
        using var client = new AmazonOrganizationsClient(credentials, ReportClients.Configure(new AmazonOrganizationsConfig(), endpoint, "us-east-1", ReportClients.Retries));
        return await new RolloutTreeReader(client, endpoint?.ToString() ?? "AWS").ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<RolloutTree> ReadAsync(CancellationToken cancellationToken)
    {
        var organization = await AskAsync("DescribeOrganization", () => organizations.DescribeOrganizationAsync(new DescribeOrganizationRequest(), cancellationToken)).ConfigureAwait(false);
        var roots = await PagesAsync(async token =>
        {
            var page = await AskAsync("ListRoots", () => organizations.ListRootsAsync(new ListRootsRequest { NextToken = token }, cancellationToken)).ConfigureAwait(false);
            return (page.Roots?.Select(root => root.Id!), page.NextToken);
        }).ConfigureAwait(false);
        var (units, accounts, level) = (new List<RolloutNode>(), new List<RolloutNode>(), roots);
        while (level.Count > 0)
        {
            var below = new List<string>();
            foreach (var parent in level)
            {
                accounts.AddRange(await AccountsAsync(parent, cancellationToken).ConfigureAwait(false));
                var children = await UnitsAsync(parent, cancellationToken).ConfigureAwait(false);
                units.AddRange(children);
                below.AddRange(children.Select(unit => unit.Id));
            }

            level = below;
        }

        return new RolloutTree(roots.Single(), organization.Organization!.MasterAccountId!, units, accounts);
    }

    private Task<List<RolloutNode>> AccountsAsync(string parent, CancellationToken cancellationToken) => PagesAsync(async token =>
    {
        var page = await AskAsync("ListAccountsForParent", () => organizations.ListAccountsForParentAsync(new ListAccountsForParentRequest { ParentId = parent, NextToken = token }, cancellationToken)).ConfigureAwait(false);
        return (page.Accounts?.Select(account => new RolloutNode(account.Id!, account.Name!, parent)), page.NextToken);
    });

    private Task<List<RolloutNode>> UnitsAsync(string parent, CancellationToken cancellationToken) => PagesAsync(async token =>
    {
        var page = await AskAsync("ListOrganizationalUnitsForParent", () => organizations.ListOrganizationalUnitsForParentAsync(new ListOrganizationalUnitsForParentRequest { ParentId = parent, NextToken = token }, cancellationToken)).ConfigureAwait(false);
        return (page.OrganizationalUnits?.Select(unit => new RolloutNode(unit.Id!, unit.Name!, parent)), page.NextToken);
    });

    /// <summary>An empty page with a token is not the last one.</summary>
    private static async Task<List<T>> PagesAsync<T>(Func<string?, Task<(IEnumerable<T>? Items, string? Next)>> ask)
    {
        var all = new List<T>();
        string? token = null;
        do
        {
            (var items, token) = await ask(token).ConfigureAwait(false);
            all.AddRange(items ?? []);
        }
        while (!string.IsNullOrEmpty(token));
        return all;
    }

    private Task<T> AskAsync<T>(string operation, Func<Task<T>> ask) => AwsFailure.TranslatingAsync($"organizations:{operation}", endpoint, ask);
}
