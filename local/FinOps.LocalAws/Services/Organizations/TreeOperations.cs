using System.Text.Json.Nodes;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Organizations;

/// <summary>Reading the tree.</summary>
internal sealed class TreeOperations(OrganizationTree tree, PolicyStore policies)
{
    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("DescribeOrganization", (_, _) => Organization());
        add("ListRoots", (input, _) => input.Page("ListRoots", "Roots", [tree.Organization.RootId], id => id, _ => Root()));
        add("ListAccounts", (input, _) => input.Page("ListAccounts", "Accounts", tree.Organization.Accounts, account => account.Id, tree.Describe));
        add("DescribeAccount", (input, _) => Account(input));
        add("DescribeOrganizationalUnit", (input, _) => Unit(input));
        add("ListOrganizationalUnitsForParent", (input, _) => input.Page("ListOrganizationalUnitsForParent", "OrganizationalUnits",
            tree.UnitsOf(Parent(input)), unit => unit.Id, OrganizationTree.Describe));
        add("ListAccountsForParent", (input, _) => input.Page("ListAccountsForParent", "Accounts",
            tree.AccountsOf(Parent(input)), account => account.Id, tree.Describe));
        add("ListParents", (input, _) => Parents(input));
        add("ListChildren", (input, _) => Children(input));
    }

    private JsonObject Organization()
    {
        var organization = tree.Organization;
        var management = organization.ManagementAccount;
        return new JsonObject
        {
            ["Organization"] = new JsonObject
            {
                ["Id"] = organization.Id,
                ["Arn"] = organization.Arn,
                ["FeatureSet"] = "ALL",
                ["MasterAccountArn"] = management.Arn,
                ["MasterAccountId"] = management.Id,
                ["MasterAccountEmail"] = management.Email,
                ["AvailablePolicyTypes"] = new JsonArray(new JsonObject { ["Type"] = PolicyTypes.ServiceControl, ["Status"] = "ENABLED" }),
            },
        };
    }

    private JsonObject Root() => new()
    {
        ["Id"] = tree.Organization.RootId,
        ["Arn"] = tree.Organization.RootArn,
        ["Name"] = "Root",
        ["PolicyTypes"] = new JsonArray([.. policies.EnabledTypes().Select(type => new JsonObject { ["Type"] = type, ["Status"] = "ENABLED" })]),
    };

    private JsonObject Account(JsonInput input)
    {
        var id = input.Required("AccountId");
        var account = tree.Organization.FindAccount(id)
            ?? throw OrganizationsErrors.Make("AccountNotFoundException", "You specified an account that doesn't exist.");
        return new JsonObject { ["Account"] = tree.Describe(account) };
    }

    private JsonObject Unit(JsonInput input)
    {
        var unit = tree.FindUnit(input.Required("OrganizationalUnitId"))
            ?? throw OrganizationsErrors.Make("OrganizationalUnitNotFoundException", "You specified an organizational unit that doesn't exist.");
        return new JsonObject { ["OrganizationalUnit"] = OrganizationTree.Describe(unit) };
    }

    private JsonObject Parents(JsonInput input)
    {
        var parent = tree.ParentOf(input.Required("ChildId"))
            ?? throw OrganizationsErrors.Make("ChildNotFoundException", "We can't find an organizational unit (OU) or account with the ChildId that you specified.");
        return input.Page("ListParents", "Parents", [parent], id => id, id =>
            new JsonObject { ["Id"] = id, ["Type"] = id == tree.Organization.RootId ? "ROOT" : "ORGANIZATIONAL_UNIT" });
    }

    private JsonObject Children(JsonInput input)
    {
        var type = input.OneOf("ChildType", "ACCOUNT", "ORGANIZATIONAL_UNIT");
        var parent = Parent(input);
        var ids = type == "ACCOUNT" ? tree.AccountsOf(parent).Select(account => account.Id) : tree.UnitsOf(parent).Select(unit => unit.Id);
        return input.Page($"ListChildren {type}", "Children", ids, id => id, id => new JsonObject { ["Id"] = id, ["Type"] = type });
    }

    private string Parent(JsonInput input)
    {
        var id = input.Required("ParentId");
        return tree.IsParent(id)
            ? id
            : throw OrganizationsErrors.Make("ParentNotFoundException", "We can't find a root or OU with the ParentId that you specified.");
    }
}
