using System.Text.Json.Nodes;
using System.Xml.Linq;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Iam;

/// <summary>Managed policies attached to roles.</summary>
internal sealed class AttachedPolicyOperations(LocalAwsEnvironment environment)
{
    private const int PerRole = 10;

    public void Register(Action<string, Func<QueryInput, CallContext, IReadOnlyList<XElement>>> add)
    {
        add("AttachRolePolicy", (input, context) => Change(input, context, (session, attached) =>
        {
            var arn = input.Required("PolicyArn");
            if (!ManagedPolicyOperations.Exists(session, context, arn))
                throw IamErrors.NoSuchEntity($"Policy {arn} does not exist or is not attachable.");
            attached[arn] = true;
            if (attached.Count > PerRole)
                throw IamErrors.Limit($"Cannot exceed quota for PoliciesPerRole: {PerRole}");
        }));
        add("DetachRolePolicy", (input, context) => Change(input, context, (_, attached) =>
        {
            if (!attached.Remove(input.Required("PolicyArn")))
                throw IamErrors.NoSuchEntity($"Policy {input.Required("PolicyArn")} was not found.");
        }));
        add("ListAttachedRolePolicies", (input, context) => environment.Store.Read(session => input.Page("ListAttachedRolePolicies", "AttachedPolicies",
            RoleStore.Require(session, context, input)["Attached"]!.AsObject().Select(pair => pair.Key).ToList(), arn => arn,
            arn => new[] { new XElement("PolicyName", arn.Split('/')[^1]), new XElement("PolicyArn", arn) })));
    }

    private IReadOnlyList<XElement> Change(QueryInput input, CallContext context, Action<StoreSession, JsonObject> change)
    {
        environment.Store.Write(session =>
        {
            var role = RoleStore.Require(session, context, input);
            change(session, role["Attached"]!.AsObject());
            RoleStore.Save(session, context, role);
        });
        return [];
    }
}
