using System.Text.Json.Nodes;
using System.Xml.Linq;
using FinOps.Core.Organization.Synthetic;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Organizations;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.CloudFormation;

/// <summary>The instances of a stack set: one for each active account below the targeted units. The management account never gets one.</summary>
internal sealed class StackInstanceOperations(LocalAwsEnvironment environment)
{
    private readonly OrganizationTree _tree = new(environment.Organization);

    public void Register(Action<string, Func<QueryInput, CallContext, IReadOnlyList<XElement>>> add)
    {
        add("CreateStackInstances", Create);
        add("DeleteStackInstances", Delete);
        add("ListStackInstances", List);
    }

    public static void Deploy(StoreSession session, JsonObject set, string account, string region, string unit, CallContext context) =>
        session.Put(StackSetStore.Instances(StackSetStore.Id(set)), $"{account}/{region}", new JsonObject
        {
            ["Account"] = account,
            ["Region"] = region,
            ["Unit"] = unit,
            ["Failure"] = StackDeployment.Deploy(session, set, account, region, context.Now),
        });

    private IReadOnlyList<XElement> Create(QueryInput input, CallContext context)
    {
        var (units, regions) = Targets(input);
        return environment.Store.Write(session =>
        {
            var set = StackSetStore.Require(session, input, context);
            foreach (var unit in units)
                foreach (var account in AccountsBelow(unit))
                    foreach (var region in regions)
                        Deploy(session, set, account, region, unit, context);
            return StackSetStore.Finish(session, set, "CREATE", input, context);
        });
    }

    private IReadOnlyList<XElement> Delete(QueryInput input, CallContext context)
    {
        var (units, regions) = Targets(input);
        var retain = input.Required("RetainStacks") == "true";
        return environment.Store.Write(session =>
        {
            var set = StackSetStore.Require(session, input, context);
            foreach (var instance in session.List(StackSetStore.Instances(StackSetStore.Id(set))))
                if (units.Contains((string)instance.Value["Unit"]!) && regions.Contains((string)instance.Value["Region"]!))
                {
                    session.Delete(StackSetStore.Instances(StackSetStore.Id(set)), instance.Key);
                    if (!retain)
                        StackDeployment.Remove(session, set, (string)instance.Value["Account"]!);
                }
            return StackSetStore.Finish(session, set, "DELETE", input, context);
        });
    }

    private IReadOnlyList<XElement> List(QueryInput input, CallContext context)
    {
        var set = environment.Store.Read(session => StackSetStore.Require(session, input, context));
        var id = StackSetStore.Id(set);
        var account = input.Optional("StackInstanceAccount");
        return StackSetStore.Page(input, $"ListStackInstances {id} {account}",
            environment.Store.List(StackSetStore.Instances(id)).Where(item => account is null || (string?)item.Value["Account"] == account), item => item.Key, item => Print(id, item.Value));
    }

    private static IEnumerable<XElement> Print(string id, JsonObject instance)
    {
        var failure = (string?)instance["Failure"];
        yield return new XElement("StackSetId", id);
        yield return new XElement("Region", (string?)instance["Region"]);
        yield return new XElement("Account", (string?)instance["Account"]);
        yield return new XElement("StackId", $"arn:aws:cloudformation:{(string?)instance["Region"]}:{(string?)instance["Account"]}:stack/StackSet-{id.Replace(':', '/')}");
        yield return new XElement("Status", failure is null ? "CURRENT" : "OUTDATED");
        if (failure is not null)
            yield return new XElement("StatusReason", failure);
        yield return new XElement("StackInstanceStatus", new XElement("DetailedStatus", failure is null ? "SUCCEEDED" : "FAILED"));
        yield return new XElement("OrganizationalUnitId", (string?)instance["Unit"]);
        yield return new XElement("DriftStatus", "NOT_CHECKED");
    }

    private (IReadOnlyList<string> Units, IReadOnlyList<string> Regions) Targets(QueryInput input)
    {
        var (units, regions) = (input.Strings("DeploymentTargets.OrganizationalUnitIds"), input.Strings("Regions"));
        if (units.Count == 0)
            throw CloudFormationErrors.Invalid("DeploymentTargets.OrganizationalUnitIds is required for the permission model SERVICE_MANAGED.");
        if (regions.Count == 0)
            throw CloudFormationErrors.Invalid("1 validation error detected: Value null at 'regions' failed to satisfy constraint: Member must not be null");
        return units.FirstOrDefault(unit => !_tree.IsParent(unit)) is { } unknown
            ? throw CloudFormationErrors.Invalid($"OrganizationalUnitId {unknown} does not exist.")
            : (units, regions);
    }

    private IEnumerable<string> AccountsBelow(string parent) => _tree.AccountsOf(parent)
        .Where(account => account.State == SyntheticAccountState.Active && account.Id != environment.ManagementAccountId)
        .Select(account => account.Id)
        .Concat(_tree.UnitsOf(parent).SelectMany(unit => AccountsBelow(unit.Id)));
}
