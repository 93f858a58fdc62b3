using Amazon.ResourceGroupsTaggingAPI;
using Amazon.ResourceGroupsTaggingAPI.Model;
using FinOps.Core.Compliance.Results;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Functions.Aws;
using FinOps.Functions.Members;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Compliance.Gathering;

/// <summary>
/// Who answers for an account: the team that its tag in Organizations names, if the standard knows it. The Tagging API of the management
/// account lists the tags of all accounts at once, where Organizations would be asked account by account.
/// </summary>
internal sealed class AccountOwners(IAmazonResourceGroupsTaggingAPI tagging, RequestMeter meter, TagStandard standard, string endpoint)
{
    private const string AccountType = "organizations:account";
    private const int PageSize = 100;

    /// <returns>The team of each account that has one.</returns>
    public async Task<(IReadOnlyDictionary<string, string> Teams, Blindspot? NotSeen)> ReadAsync(CancellationToken cancellationToken)
    {
        var teams = new Dictionary<string, string>(StringComparer.Ordinal);
        if (standard.AllocationKey is not { } key)
            return (teams, null);
        try
        {
            await AwsFailure.TranslatingAsync("tag:GetResources", endpoint, () => ReadTeamsAsync(key, teams, cancellationToken)).ConfigureAwait(false);
            return (teams, null);
        }
        catch (ProblemException failure)
        {
            return (teams, new Blindspot(
                "who owns the accounts", failure.Problems[0].Found, "Resources that name no team count as nobody's. Run the function in the management account, with tag:GetResources."));
        }
    }

    public static IReadOnlyDictionary<string, ComplianceAccount> Join(IEnumerable<MemberAccount> accounts, IReadOnlyDictionary<string, string> teams) =>
        accounts.ToDictionary(account => account.Id, account => new ComplianceAccount(account.Id, account.Name, teams.GetValueOrDefault(account.Id)), StringComparer.Ordinal);

    private async Task<int> ReadTeamsAsync(string key, Dictionary<string, string> teams, CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            var page = await meter.CountAsync("Tagging", tagging.GetResourcesAsync(
                new GetResourcesRequest { ResourceTypeFilters = [AccountType], ResourcesPerPage = PageSize, PaginationToken = token }, cancellationToken)).ConfigureAwait(false);
            foreach (var account in page.ResourceTagMappingList ?? [])
            {
                // arn:aws:organizations::111122223333:account/o-abcdefghij/444455556666
                if (account.ResourceARN is { } arn && account.Tags?.Find(tag => tag.Key == key)?.Value is { } team && standard.IsAllowed(key, team))
                    teams[arn[(arn.LastIndexOf('/') + 1)..]] = team;
            }

            token = page.PaginationToken;
        }
        while (!string.IsNullOrEmpty(token));
        return teams.Count;
    }
}
