using FinOps.Core.Costs.Rows;
using FinOps.Core.Organization.Synthetic.Billing;
using FinOps.Core.Organization.Synthetic.Resources;

namespace FinOps.Core.Organization.Synthetic;

/// <summary>
/// An AWS organization that exists only here: deterministic for its options, cheap to make.
/// The same account index has the same id, name and e-mail however many accounts there are.
/// </summary>
public sealed class SyntheticOrganization
{
    private readonly Dictionary<string, SyntheticAccount> _byId;

    private readonly Lazy<SyntheticBill> _bill;

    private SyntheticOrganization(
        SyntheticOrganizationOptions options,
        SyntheticIds ids,
        IReadOnlyList<SyntheticOrganizationalUnit> units,
        IReadOnlyList<SyntheticAccount> accounts)
    {
        Options = options;
        Id = ids.OrganizationId;
        Arn = ids.OrganizationArn;
        RootId = ids.RootId;
        RootArn = ids.RootArn;
        OrganizationalUnits = units;
        Accounts = accounts;
        _byId = accounts.ToDictionary(account => account.Id, StringComparer.Ordinal);
        _bill = new Lazy<SyntheticBill>(() => BillGenerator.Generate(this));
    }

    public SyntheticOrganizationOptions Options { get; }

    /// <summary><c>o-</c> and ten characters.</summary>
    public string Id { get; }

    public string Arn { get; }

    /// <summary><c>r-</c> and four characters.</summary>
    public string RootId { get; }

    public string RootArn { get; }

    /// <summary>All units, parents before children.</summary>
    public IReadOnlyList<SyntheticOrganizationalUnit> OrganizationalUnits { get; }

    /// <summary>All accounts in order of their index; the first is the management account.</summary>
    public IReadOnlyList<SyntheticAccount> Accounts { get; }

    public SyntheticAccount ManagementAccount => Accounts[0];

    /// <summary>The bill: daily rows from the first day of the oldest month up to yesterday. Made when first asked for.</summary>
    public CostTable Costs => _bill.Value.Table;

    /// <summary>What is out of the ordinary in the bill: one sustained step and one spike.</summary>
    public IReadOnlyList<SyntheticAnomaly> Anomalies => _bill.Value.Anomalies;

    /// <exception cref="ArgumentOutOfRangeException">A number of accounts, months or resources outside its documented range.</exception>
    public static SyntheticOrganization Create(SyntheticOrganizationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Accounts, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Accounts, SyntheticOrganizationOptions.MaximumAccounts);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Months, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Months, SyntheticOrganizationOptions.MaximumMonths);

        ArgumentOutOfRangeException.ThrowIfNegative(options.FreeResources);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.FreeResources, SyntheticOrganizationOptions.MaximumFreeResources);

        var ids = new SyntheticIds(options.Seed);
        var units = OrganizationUnits.All.Select(ids.Unit).ToList();
        var accounts = Enumerable.Range(0, options.Accounts).Select(ids.Account).ToList();
        return new SyntheticOrganization(options, ids, units, accounts);
    }

    /// <summary>
    /// What the account has today: everything that its bill names, by the same ARN, and what costs nothing. Made anew at each call, one by one,
    /// without the bill.
    /// </summary>
    /// <param name="region">Only what this region's Tagging API would list; null for all.</param>
    public IEnumerable<SyntheticResource> ResourcesOf(SyntheticAccount account, string? region = null) => AccountResources.Of(this, account, region);

    /// <summary>The account, or null when no account has that id.</summary>
    public SyntheticAccount? FindAccount(string id) => _byId.GetValueOrDefault(id);
}
