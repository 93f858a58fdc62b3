using System.Text.Json.Nodes;
using FinOps.Core.Organization.Synthetic;

namespace FinOps.LocalAws.Services.Organizations;

/// <summary>Root, units and accounts, and how Organizations prints them.</summary>
internal sealed class OrganizationTree(SyntheticOrganization organization)
{
    private readonly Dictionary<string, SyntheticOrganizationalUnit> _units =
        organization.OrganizationalUnits.ToDictionary(unit => unit.Id, StringComparer.Ordinal);

    private readonly ILookup<string, SyntheticAccount> _accounts = organization.Accounts.ToLookup(account => account.ParentId, StringComparer.Ordinal);

    public SyntheticOrganization Organization => organization;

    public bool IsParent(string id) => id == organization.RootId || _units.ContainsKey(id);

    public SyntheticOrganizationalUnit? FindUnit(string id) => _units.GetValueOrDefault(id);

    public IEnumerable<SyntheticOrganizationalUnit> UnitsOf(string parent) => organization.OrganizationalUnits.Where(unit => unit.ParentId == parent);

    public IEnumerable<SyntheticAccount> AccountsOf(string parent) => _accounts[parent];

    /// <summary>The parent's id, or null when the child is no account or unit.</summary>
    public string? ParentOf(string child) => FindUnit(child)?.ParentId ?? organization.FindAccount(child)?.ParentId;

    /// <summary>What a policy can be attached to: id, ARN, name and type; null when there is no such target.</summary>
    public JsonObject? Target(string id)
    {
        if (id == organization.RootId)
            return Summary(organization.RootArn, "Root", "ROOT");
        if (FindUnit(id) is { } unit)
            return Summary(unit.Arn, unit.Name, "ORGANIZATIONAL_UNIT");
        return organization.FindAccount(id) is { } account ? Summary(account.Arn, account.Name, "ACCOUNT") : null;

        JsonObject Summary(string arn, string name, string type) =>
            new() { ["TargetId"] = id, ["Arn"] = arn, ["Name"] = name, ["Type"] = type };
    }

    /// <summary>Every id that a policy can be attached to.</summary>
    public IEnumerable<string> TargetIds() =>
        [organization.RootId, .. organization.OrganizationalUnits.Select(unit => unit.Id), .. organization.Accounts.Select(account => account.Id)];

    public JsonObject Describe(SyntheticAccount account)
    {
        var state = account.State == SyntheticAccountState.Active ? "ACTIVE" : "SUSPENDED";
        return new JsonObject
        {
            ["Id"] = account.Id,
            ["Arn"] = account.Arn,
            ["Email"] = account.Email,
            ["Name"] = account.Name,
            ["Status"] = state,
            ["State"] = state,
            ["Paths"] = new JsonArray(account.Path),
            ["JoinedMethod"] = account.Id == organization.ManagementAccount.Id ? "INVITED" : "CREATED",
            ["JoinedTimestamp"] = new DateTimeOffset(account.JoinedOn.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeSeconds(),
        };
    }

    public static JsonObject Describe(SyntheticOrganizationalUnit unit) =>
        new() { ["Id"] = unit.Id, ["Arn"] = unit.Arn, ["Name"] = unit.Name, ["Path"] = unit.Path };
}
