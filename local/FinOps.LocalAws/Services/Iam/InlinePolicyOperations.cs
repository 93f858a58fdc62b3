using System.Text.Json.Nodes;
using System.Xml.Linq;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Iam;

/// <summary>Policies inside a role.</summary>
internal sealed class InlinePolicyOperations(LocalAwsEnvironment environment)
{
    private const int SizeLimit = 10_240;

    public void Register(Action<string, Func<QueryInput, CallContext, IReadOnlyList<XElement>>> add)
    {
        add("PutRolePolicy", (input, context) => Change(input, context, inline =>
            inline[input.Required("PolicyName")] = PolicyDocument.Check(input.Required("PolicyDocument"), isTrust: false, SizeLimit)));
        add("DeleteRolePolicy", (input, context) => Change(input, context, inline =>
        {
            if (!inline.Remove(input.Required("PolicyName")))
                throw NotFound(input);
        }));
        add("GetRolePolicy", Get);
        add("ListRolePolicies", (input, context) => environment.Store.Read(session => input.Page("ListRolePolicies", "PolicyNames",
            RoleStore.Require(session, context, input)["Inline"]!.AsObject().Select(pair => pair.Key).ToList(), name => name, name => name)));
    }

    private IReadOnlyList<XElement> Get(QueryInput input, CallContext context)
    {
        var role = environment.Store.Read(session => RoleStore.Require(session, context, input));
        var name = input.Required("PolicyName");
        var document = (string?)role["Inline"]![name] ?? throw NotFound(input);
        return [new("RoleName", (string?)role["RoleName"]), new("PolicyName", name), new("PolicyDocument", Uri.EscapeDataString(document))];
    }

    private IReadOnlyList<XElement> Change(QueryInput input, CallContext context, Action<JsonObject> change)
    {
        environment.Store.Write(session =>
        {
            var role = RoleStore.Require(session, context, input);
            change(role["Inline"]!.AsObject());
            RoleStore.Save(session, context, role);
        });
        return [];
    }

    private static AwsError NotFound(QueryInput input) =>
        IamErrors.NoSuchEntity($"The role policy with name {input.Required("PolicyName")} cannot be found.");
}
