using System.Globalization;

namespace FinOps.Core.Organization.Synthetic;

/// <summary>Makes ids, ARNs and paths in the patterns that Organizations documents, from the seed alone.</summary>
internal sealed class SyntheticIds
{
    private const long AccountIdSpace = 900_000_000_000;
    private const long FirstAccountId = 100_000_000_000;

    // Shares no factor with the account id space, so that no two indexes ever meet at the same id.
    private const long AccountIdStride = 618_033_988_747;

    private readonly int _seed;
    private readonly Dictionary<string, SyntheticOrganizationalUnit> _units = new(StringComparer.Ordinal);

    public SyntheticIds(int seed)
    {
        _seed = seed;
        OrganizationId = "o-" + StableHash.Identifier(seed, "organization", 10);
        RootId = "r-" + StableHash.Identifier(seed, "root", 4);
        ManagementAccountId = AccountId(0);
        foreach (var path in OrganizationUnits.All)
            _units.Add(path, MakeUnit(path));
    }

    public string OrganizationId { get; }

    public string RootId { get; }

    public string ManagementAccountId { get; }

    public string OrganizationArn => $"arn:aws:organizations::{ManagementAccountId}:organization/{OrganizationId}";

    public string RootArn => $"arn:aws:organizations::{ManagementAccountId}:root/{OrganizationId}/{RootId}";

    private string RootPath => $"{OrganizationId}/{RootId}/";

    public SyntheticOrganizationalUnit Unit(string path) => _units[path];

    public SyntheticAccount Account(int index)
    {
        var entry = AccountRoster.At(index);
        var id = AccountId(index);
        var unit = entry.Unit.Length == 0 ? null : _units[entry.Unit];
        return new SyntheticAccount(
            index,
            id,
            entry.Name,
            $"aws+{entry.Name}@example.com",
            $"arn:aws:organizations::{ManagementAccountId}:account/{OrganizationId}/{id}",
            unit?.Id ?? RootId,
            $"{unit?.Path ?? RootPath}{id}/",
            index == AccountRoster.SuspendedIndex ? SyntheticAccountState.Suspended : SyntheticAccountState.Active,
            new DateOnly(2023, 1, 9).AddDays((int)(StableHash.Of(_seed, id) % 400)),
            entry.Team,
            entry.Environment,
            entry.Project,
            AccountTags(index, entry));
    }

    private string AccountId(int index)
    {
        var offset = (long)(StableHash.Of(_seed, "accounts") % AccountIdSpace);
        var position = (Int128)index * AccountIdStride + offset;
        return ((long)(position % AccountIdSpace) + FirstAccountId).ToString(CultureInfo.InvariantCulture);
    }

    private SyntheticOrganizationalUnit MakeUnit(string path)
    {
        var slash = path.LastIndexOf('/');
        var parent = slash < 0 ? null : _units[path[..slash]];
        var id = $"ou-{RootId[2..]}-{StableHash.Identifier(_seed, path, 8)}";
        return new SyntheticOrganizationalUnit(
            id,
            $"arn:aws:organizations::{ManagementAccountId}:ou/{OrganizationId}/{id}",
            path[(slash + 1)..],
            parent?.Id ?? RootId,
            $"{parent?.Path ?? RootPath}{id}/");
    }

    // Most accounts are tagged well; each of the exceptions is a case that reports and rules must live with.
    private static Dictionary<string, string> AccountTags(int index, RosterEntry entry)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Team"] = entry.Team,
            ["Environment"] = entry.Environment,
            ["CostCenter"] = SyntheticTeams.CostCenter(entry.Team),
        };
        if (index % 9 == 8)
            tags.Remove("CostCenter");
        if (index % 13 == 12)
            tags.Clear();
        return tags;
    }
}
