using System.Text.Json.Nodes;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using FinOps.Core.Problems;
using FinOps.Core.TagPolicies;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Organizations;

/// <summary>Reads the tree of an Organization and its tag policies. Works in the management account and for delegated administrators; costs nothing.</summary>
public sealed class PolicyReader(IAmazonOrganizations organizations, string endpoint) : IDisposable
{
    private readonly OrganizationLists _lists = new(organizations, endpoint);

    public static PolicyReader Create(AwsConnection aws)
    {
        ArgumentNullException.ThrowIfNull(aws);
        return new PolicyReader(new AmazonOrganizationsClient(aws.Credentials, aws.Configure(new AmazonOrganizationsConfig(), AwsConnection.GlobalRegion)), aws.Target);
    }

    /// <summary>Root, units, accounts, and every tag policy that is attached to one of them.</summary>
    /// <exception cref="ProblemException">FIN5001 to FIN5005: AWS does not answer, or refuses. FIN2041 to FIN2044: what it answers does not hold together.</exception>
    public async Task<PolicyOrganization> ReadAsync(CancellationToken cancellationToken)
    {
        var targets = new List<PolicyTarget>();
        var policies = new SortedDictionary<string, (string Name, string Content)>(StringComparer.Ordinal);
        var open = new Queue<PolicyTarget>();
        foreach (var root in await _lists.RootsAsync(cancellationToken).ConfigureAwait(false))
        {
            open.Enqueue(new PolicyTarget(root.Id!, root.Name!, PolicyTargetKind.Root, null, []));
        }

        while (open.TryDequeue(out var target))
        {
            targets.Add(target with { PolicyIds = [.. await AttachedAsync(target.Id, policies, cancellationToken).ConfigureAwait(false)] });
            if (target.Kind != PolicyTargetKind.Account)
            {
                foreach (var child in await ChildrenAsync(target.Id, cancellationToken).ConfigureAwait(false))
                {
                    open.Enqueue(child);
                }
            }
        }

        return PolicyOrganization.Create(endpoint, targets, policies.Select(policy => (policy.Key, policy.Value.Name, policy.Value.Content)));
    }

    /// <summary>What Organizations itself says holds for an account.</summary>
    /// <returns>Null when it says that there is no effective tag policy.</returns>
    /// <exception cref="ProblemException">FIN5001 to FIN5005: AWS does not answer, or refuses.</exception>
    public Task<EffectiveTagPolicy?> EffectiveAsync(string accountId, CancellationToken cancellationToken) => AwsFailure.TranslatingAsync("organizations:DescribeEffectivePolicy", endpoint, async () =>
    {
        try
        {
            var answer = await organizations.DescribeEffectivePolicyAsync(
                new DescribeEffectivePolicyRequest { PolicyType = EffectivePolicyType.TAG_POLICY, TargetId = accountId }, cancellationToken).ConfigureAwait(false);
            return EffectivePolicyText.Parse(answer.EffectivePolicy?.PolicyContent ?? "", $"{endpoint}: effective policy of {accountId}");
        }
        catch (EffectivePolicyNotFoundException)
        {
            return (EffectiveTagPolicy?)null;
        }
    });

    /// <summary>Where our effective policy and that of Organizations say different things; the order of values does not count.</summary>
    public static IReadOnlyList<string> Differences(EffectiveTagPolicy ours, EffectiveTagPolicy? theirs)
    {
        var (own, other) = (Statements(ours), theirs is null ? [] : Statements(theirs));
        return
        [
            .. own.Except(other).Select(statement => $"only here: {statement}"),
            .. other.Except(own).Select(statement => $"only in Organizations: {statement}"),
        ];
    }

    public void Dispose() => organizations.Dispose();

    private static SortedSet<string> Statements(EffectiveTagPolicy policy) => new(
        policy.Keys.SelectMany(key => key.Settings.SelectMany(setting => setting.Values.Select(value => $"{key.PolicyKey} {setting.Setting} {JsonValue.Create(value.Value)!.ToJsonString()}"))),
        StringComparer.Ordinal);

    private async Task<IReadOnlyList<PolicyTarget>> ChildrenAsync(string parent, CancellationToken cancellationToken)
    {
        var units = await _lists.UnitsAsync(parent, cancellationToken).ConfigureAwait(false);
        var accounts = await _lists.AccountsAsync(parent, cancellationToken).ConfigureAwait(false);
        return
        [
            .. units.Select(unit => new PolicyTarget(unit.Id!, unit.Name!, PolicyTargetKind.Unit, parent, [])),
            .. accounts.Select(account => new PolicyTarget(account.Id!, account.Name!, PolicyTargetKind.Account, parent, [])),
        ];
    }

    private async Task<IReadOnlyList<string>> AttachedAsync(string target, SortedDictionary<string, (string Name, string Content)> policies, CancellationToken cancellationToken)
    {
        var attached = await _lists.TagPoliciesAsync(target, cancellationToken).ConfigureAwait(false);
        foreach (var policy in attached.Where(policy => !policies.ContainsKey(policy.Id!)))
        {
            var answer = await AwsFailure.TranslatingAsync("organizations:DescribePolicy", endpoint,
                () => organizations.DescribePolicyAsync(new DescribePolicyRequest { PolicyId = policy.Id }, cancellationToken)).ConfigureAwait(false);
            policies[policy.Id!] = (policy.Name ?? policy.Id!, answer.Policy?.Content ?? "");
        }

        return [.. attached.Select(policy => policy.Id!)];
    }
}
