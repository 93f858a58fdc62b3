using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.SsoAdmin;

/// <summary>Who has which permission set in which account. Requests are finished when they are answered; whether the group or user exists is not checked.</summary>
internal sealed class AssignmentOperations(LocalAwsEnvironment environment)
{
    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("CreateAccountAssignment", (input, context) => Assign(input, context, "AccountAssignmentCreationStatus", (session, set, account, key) =>
        {
            session.Put(PermissionSetStore.Assignments, key, Assignment(input));
            PermissionSetStore.Provision(session, set, account, context.Now);
        }));
        add("DeleteAccountAssignment", (input, context) => Assign(input, context, "AccountAssignmentDeletionStatus", (session, set, account, key) =>
        {
            if (!session.Delete(PermissionSetStore.Assignments, key))
                throw SsoErrors.NotFound("Could not find the account assignment.");
            if (session.List(PermissionSetStore.Assignments, $"{(string)set["PermissionSetArn"]!} {account} ", limit: 1).Count == 0)
                PermissionSetStore.Unprovision(session, set, account);
        }));
        add("ListAccountAssignments", List);
        add("ProvisionPermissionSet", Provision);
    }

    private JsonObject Assign(JsonInput input, CallContext context, string member, Action<StoreSession, JsonObject, string, string> change)
    {
        input.OneOf("TargetType", "AWS_ACCOUNT");
        var account = input.Required("TargetId", 12);
        var key = PermissionSetStore.AssignmentKey(input.Required("PermissionSetArn"), account, input.OneOf("PrincipalType", "GROUP", "USER"), input.Required("PrincipalId", 47));
        if (environment.Organization.FindAccount(account) is null)
            throw SsoErrors.NotFound($"Account {account} is not in the organization.");
        environment.Store.Write(session => change(session, PermissionSetStore.Require(session, environment, input), account, key));
        return new JsonObject { [member] = Status(context) };
    }

    private JsonObject List(JsonInput input, CallContext context)
    {
        var (set, account) = (input.Required("PermissionSetArn"), input.Required("AccountId", 12));
        var assignments = environment.Store.Read(session =>
        {
            PermissionSetStore.Require(session, environment, input);
            return session.List(PermissionSetStore.Assignments, $"{set} {account} ");
        });
        var (page, next) = Pager.Page(assignments, item => item.Key, $"ListAccountAssignments {set} {account}", input.Optional("NextToken"), input.Integer("MaxResults", 100, 1, 100), () => SsoErrors.Invalid("Invalid NextToken."));
        var output = new JsonObject { ["AccountAssignments"] = new JsonArray([.. page.Select(item => item.Value.DeepClone())]) };
        if (next is not null)
            output["NextToken"] = next;
        return output;
    }

    /// <summary>Brings the roles in the accounts up to date with the permission set.</summary>
    private JsonObject Provision(JsonInput input, CallContext context)
    {
        input.OneOf("TargetType", "ALL_PROVISIONED_ACCOUNTS", "AWS_ACCOUNT");
        environment.Store.Write(session =>
        {
            var set = PermissionSetStore.Require(session, environment, input);
            foreach (var account in session.List(PermissionSetStore.Assignments, $"{(string)set["PermissionSetArn"]!} ").Select(item => (string)item.Value["AccountId"]!).Distinct())
                if (input.Optional("TargetId") is null || input.Optional("TargetId") == account)
                    PermissionSetStore.Provision(session, set, account, context.Now);
        });
        return new JsonObject { ["PermissionSetProvisioningStatus"] = Status(context) };
    }

    private static JsonObject Assignment(JsonInput input) => new()
    {
        ["AccountId"] = input.Required("TargetId"),
        ["PermissionSetArn"] = input.Required("PermissionSetArn"),
        ["PrincipalType"] = input.Required("PrincipalType"),
        ["PrincipalId"] = input.Required("PrincipalId"),
    };

    private static JsonObject Status(CallContext context) => new() { ["Status"] = "SUCCEEDED", ["RequestId"] = context.RequestId, ["CreatedDate"] = context.Now.ToUnixTimeSeconds() };
}
