using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FinOps.LocalAws.Credentials;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Iam;

/// <summary>
/// Roles that a service defines and only it can assume. AWS names each by its service; here the name is made from the service principal,
/// but for those whose name is known.
/// </summary>
internal sealed partial class ServiceLinkedRoles(LocalAwsEnvironment environment)
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["bcm-data-exports.amazonaws.com"] = "AWSServiceRoleForBCMDataExports",
        ["compute-optimizer.amazonaws.com"] = "AWSServiceRoleForComputeOptimizer",
        ["cost-optimization-hub.bcm.amazonaws.com"] = "AWSServiceRoleForCostOptimizationHub",
    };

    public void Register(Action<string, Func<QueryInput, CallContext, IReadOnlyList<XElement>>> add)
    {
        add("CreateServiceLinkedRole", Create);
        add("DeleteServiceLinkedRole", Delete);
        add("GetServiceLinkedRoleDeletionStatus", (input, _) => input.Required("DeletionTaskId").StartsWith("task/aws-service-role/", StringComparison.Ordinal)
            ? [new XElement("Status", "SUCCEEDED")]
            : throw IamErrors.NoSuchEntity("There is no such deletion task."));
    }

    public static bool Exists(StoreSession session, string account, string service) =>
        session.Get(RoleStore.Collection(account), RoleStore.Key(NameOf(service))) is not null;

    private IReadOnlyList<XElement> Create(QueryInput input, CallContext context)
    {
        var service = input.Required("AWSServiceName");
        if (!ServicePattern().IsMatch(service))
            throw new AwsError("InvalidInput", $"{service} is not a valid service principal.");
        var (name, path) = (NameOf(service), $"/aws-service-role/{service}/");
        var role = new JsonObject
        {
            ["RoleName"] = name,
            ["Path"] = path,
            ["RoleId"] = KeyMaterial.Id("AROA", 17),
            ["Arn"] = $"arn:aws:iam::{context.AccountId}:role{path}{name}",
            ["CreateDate"] = RoleOperations.Time(context.Now),
            ["AssumeRolePolicyDocument"] = $$$"""{"Version":"2012-10-17","Statement":[{"Action":["sts:AssumeRole"],"Effect":"Allow","Principal":{"Service":["{{{service}}}"]}}]}""",
            ["Description"] = input.Optional("Description"),
            ["MaxSessionDuration"] = 3600,
            ["Inline"] = new JsonObject(),
            ["Attached"] = new JsonObject(),
        };
        return environment.Store.Write(session => session.Add(RoleStore.Collection(context.AccountId), RoleStore.Key(name), role)
            ? (IReadOnlyList<XElement>)[RoleOperations.Print("Role", session, role)]
            : throw new AwsError("InvalidInput", $"Service role name {name} has been taken in this account, please try a different suffix."));
    }

    private IReadOnlyList<XElement> Delete(QueryInput input, CallContext context)
    {
        var role = environment.Store.Write(session =>
        {
            var found = RoleStore.Require(session, context, input);
            if (!((string)found["Path"]!).StartsWith("/aws-service-role/", StringComparison.Ordinal))
                throw new AwsError("InvalidInput", "The role is not a service-linked role.");
            session.Delete(RoleStore.Collection(context.AccountId), RoleStore.Key((string)found["RoleName"]!));
            return found;
        });
        // AWS deletes in the background, when nothing uses the role any more.
        return [new XElement("DeletionTaskId", $"task{(string?)role["Path"]}{(string?)role["RoleName"]}/{Guid.NewGuid():D}")];
    }

    private static string NameOf(string service) =>
        Names.GetValueOrDefault(service) ?? "AWSServiceRoleFor" + string.Concat(service.Split('.')[0].Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.amazonaws\.com\z")]
    private static partial Regex ServicePattern();
}
