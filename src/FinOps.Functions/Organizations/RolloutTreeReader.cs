using Amazon.Organizations;
using Amazon.Organizations.Model;
using FinOps.Core.Problems;
using FinOps.Core.Rollout.Waves;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Organizations;

/// <summary>Reads what stands below what: the units level by level, and the accounts of each. Closed accounts are in it too; they just make no calls.</summary>
public sealed class RolloutTreeReader(IAmazonOrganizations organizations, string endpoint)
{
    private readonly OrganizationLists _lists = new(organizations, endpoint);

    /// <exception cref="ProblemException">FIN5001 to FIN5005: Organizations does not answer.</exception>
    public static async Task<RolloutTree> ReadAsync(AwsConnection aws, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(aws);
        // Organizations answers in us-east-1 alone.
        using var client = new AmazonOrganizationsClient(aws.Credentials, aws.Configure(new AmazonOrganizationsConfig(), AwsConnection.GlobalRegion));
        return await new RolloutTreeReader(client, aws.Target).ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<RolloutTree> ReadAsync(CancellationToken cancellationToken)
    {
        var organization = await AwsFailure.TranslatingAsync("organizations:DescribeOrganization", endpoint,
            () => organizations.DescribeOrganizationAsync(new DescribeOrganizationRequest(), cancellationToken)).ConfigureAwait(false);
        var root = (await _lists.RootsAsync(cancellationToken).ConfigureAwait(false)).Single().Id!;
        var (units, accounts, level) = (new List<RolloutNode>(), new List<RolloutNode>(), new List<string> { root });
        while (level.Count > 0)
        {
            var below = new List<string>();
            foreach (var parent in level)
            {
                accounts.AddRange((await _lists.AccountsAsync(parent, cancellationToken).ConfigureAwait(false)).Select(account => new RolloutNode(account.Id!, account.Name!, parent)));
                var children = (await _lists.UnitsAsync(parent, cancellationToken).ConfigureAwait(false)).Select(unit => new RolloutNode(unit.Id!, unit.Name!, parent)).ToList();
                units.AddRange(children);
                below.AddRange(children.Select(unit => unit.Id));
            }

            level = below;
        }

        return new RolloutTree(root, organization.Organization!.MasterAccountId!, units, accounts);
    }
}
