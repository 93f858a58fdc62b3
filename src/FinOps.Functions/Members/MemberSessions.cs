using System.Collections.Concurrent;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Organizations;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Members;

/// <summary>The accounts of the organization, and a way into each.</summary>
/// <param name="home">The function's own account.</param>
/// <param name="settings">Null when there are no roles in member accounts: only the own account can be seen then.</param>
/// <param name="sessionName">Names the function in CloudTrail of the member accounts; 2 to 64 letters, digits and -.</param>
public sealed class MemberSessions(AwsConnection home, MemberSettings? settings, string sessionName) : IDisposable
{
    private readonly AmazonSecurityTokenServiceClient _identity = new(home.Credentials, home.Configure(new AmazonSecurityTokenServiceConfig()));
    private readonly AmazonOrganizationsClient _organizations = new(home.Credentials, home.Configure(new AmazonOrganizationsConfig(), AwsConnection.GlobalRegion));
    private readonly ConcurrentDictionary<string, AWSCredentials> _keys = new(StringComparer.Ordinal);

    /// <summary>The accounts that are active and can be entered, by id; those that cannot be are told as not seen.</summary>
    /// <exception cref="ProblemException">FIN5001 to FIN5005: nobody says who the caller is, or Organizations does not answer.</exception>
    public async Task<(IReadOnlyList<MemberAccount> Accounts, IReadOnlyList<Blindspot> NotSeen)> AccountsAsync(CancellationToken cancellationToken)
    {
        var own = await AwsFailure.TranslatingAsync("sts:GetCallerIdentity", home.Target,
            () => _identity.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken)).ConfigureAwait(false);
        IReadOnlyList<Account> all;
        try
        {
            all = await new OrganizationLists(_organizations, home.Target).AccountsAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ProblemException failure) when (failure.InnerException is AWSOrganizationsNotInUseException)
        {
            return ([new MemberAccount(own.Account, own.Account, true)], []);
        }

        var active = all.Where(IsActive).Select(account => new MemberAccount(account.Id!, account.Name ?? account.Id!, account.Id == own.Account)).OrderBy(account => account.Id, StringComparer.Ordinal).ToList();
        if (settings is not null || active.TrueForAll(account => account.IsOwn))
            return (active, []);
        var others = active.Count(account => !account.IsOwn);
        return ([.. active.Where(account => account.IsOwn)],
        [
            new Blindspot($"{others} member accounts", "the stack puts no roles into them", "Set finops:members enabled with the units to look into, and deploy."),
        ]);
    }

    /// <summary>A connection into one account and region. Nothing is called yet: an account that refuses the role refuses the first request.</summary>
    public AwsConnection Connect(MemberAccount account, string region)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.IsOwn
            ? home with { Region = region }
            : home with { Region = region, Credentials = _keys.GetOrAdd(account.Id, KeysOf) };
    }

    public void Dispose()
    {
        _identity.Dispose();
        _organizations.Dispose();
        foreach (var keys in _keys.Values.OfType<IDisposable>())
            keys.Dispose();
    }

    private AWSCredentials KeysOf(string accountId) => settings is { } role
        ? new MemberCredentials(_identity, $"arn:aws:iam::{accountId}:role/{role.RoleName}", role.ExternalId, sessionName)
        : throw new InvalidOperationException($"No role leads into {accountId}.");

    // AWS replaces Status by State; an endpoint may give either.
    private static bool IsActive(Account account) =>
        account.State is { } state ? state == AccountState.ACTIVE : account.Status is null || account.Status == AccountStatus.ACTIVE;
}
