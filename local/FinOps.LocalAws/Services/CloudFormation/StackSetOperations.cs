using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.CloudFormation;

/// <summary>Stack sets themselves.</summary>
internal sealed partial class StackSetOperations(LocalAwsEnvironment environment)
{
    private static readonly string[] Texts = ["Description", "TemplateBody", "PermissionModel", "CallAs"];
    private static readonly string[] Flags = ["AutoDeployment.Enabled", "AutoDeployment.RetainStacksOnAccountRemoval", "ManagedExecution.Active"];

    public void Register(Action<string, Func<QueryInput, CallContext, IReadOnlyList<XElement>>> add)
    {
        add("CreateStackSet", Create);
        add("DescribeStackSet", (input, context) => environment.Store.Read(session =>
            (IReadOnlyList<XElement>)[new("StackSet", Describe(session, StackSetStore.Require(session, input, context), context))]));
        add("ListStackSets", (input, context) => StackSetStore.Page(input, "ListStackSets", environment.Store.List(StackSetStore.Sets(context)), item => item.Key, item => Summary(item.Value)));
        add("UpdateStackSet", Update);
        add("DeleteStackSet", Delete);
        add("DescribeStackSetOperation", DescribeOperation);
    }

    private IReadOnlyList<XElement> Create(QueryInput input, CallContext context)
    {
        var name = input.Required("StackSetName");
        if (!NamePattern().IsMatch(name))
            throw CloudFormationErrors.Invalid($"1 validation error detected: Value '{name}' at 'stackSetName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]{{0,127}}");
        if (input.Optional("PermissionModel") != "SERVICE_MANAGED")
            throw CloudFormationErrors.Invalid("This endpoint has stack sets with the permission model SERVICE_MANAGED alone.");
        if (input.Optional("AutoDeployment.Enabled") is null)
            throw CloudFormationErrors.Invalid("AutoDeployment is required for the permission model SERVICE_MANAGED.");
        var set = new JsonObject { ["StackSetName"] = name, ["StackSetId"] = $"{name}:{Guid.NewGuid():D}" };
        Read(set, input);
        environment.Store.Write(session =>
        {
            if (!session.Add(StackSetStore.Sets(context), name, set))
                throw CloudFormationErrors.Exists(name);
        });
        return [new("StackSetId", StackSetStore.Id(set))];
    }

    private IReadOnlyList<XElement> Update(QueryInput input, CallContext context) => environment.Store.Write(session =>
    {
        var set = StackSetStore.Require(session, input, context);
        if (input.Optional("UsePreviousTemplate") != "true")
            input.Required("TemplateBody");
        Read(set, input);
        session.Put(StackSetStore.Sets(context), (string)set["StackSetName"]!, set);
        foreach (var instance in session.List(StackSetStore.Instances(StackSetStore.Id(set))))
            StackInstanceOperations.Deploy(session, set, (string)instance.Value["Account"]!, (string)instance.Value["Region"]!, (string)instance.Value["Unit"]!, context);
        return StackSetStore.Finish(session, set, "UPDATE", input, context);
    });

    private IReadOnlyList<XElement> Delete(QueryInput input, CallContext context)
    {
        environment.Store.Write(session =>
        {
            var set = StackSetStore.Require(session, input, context);
            if (session.List(StackSetStore.Instances(StackSetStore.Id(set)), limit: 1).Count > 0)
                throw CloudFormationErrors.NotEmpty();
            session.Delete(StackSetStore.Sets(context), (string)set["StackSetName"]!);
        });
        return [];
    }

    private IReadOnlyList<XElement> DescribeOperation(QueryInput input, CallContext context) => environment.Store.Read(session =>
    {
        var set = StackSetStore.Require(session, input, context);
        var id = input.Required("OperationId");
        var operation = session.Get(StackSetStore.Operations(StackSetStore.Id(set)), id) ?? throw new AwsError("OperationNotFoundException", $"Operation {id} not found", 404);
        return (IReadOnlyList<XElement>)
        [
            new("StackSetOperation",
                new XElement("OperationId", id), new XElement("StackSetId", StackSetStore.Id(set)), new XElement("Action", (string?)operation["Action"]), new XElement("Status", "SUCCEEDED"),
                new XElement("CreationTimestamp", (string?)operation["Time"]), new XElement("EndTimestamp", (string?)operation["Time"])),
        ];
    });

    private static void Read(JsonObject set, QueryInput input)
    {
        foreach (var name in Texts.Concat(Flags))
            if (input.Optional(name) is { Length: > 0 } text)
                set[name] = text;
        if (input.Strings("Capabilities") is { Count: > 0 } capabilities)
            set["Capabilities"] = new JsonArray([.. capabilities.Select(capability => (JsonNode)capability)]);
        if (input.Members("Tags") is { Count: > 0 } tags)
            set["Tags"] = new JsonObject(tags.Select(tag => KeyValuePair.Create(tag.Required("Key"), (JsonNode?)tag.Required("Value"))));
        StackTemplate.Check((string?)set["TemplateBody"] ?? throw CloudFormationErrors.Invalid("Either TemplateBody or TemplateURL must be specified; this endpoint takes TemplateBody."), Capabilities(set));
    }

    private static List<string> Capabilities(JsonObject set) => [.. (set["Capabilities"] as JsonArray ?? []).Select(capability => (string)capability!)];

    private static IEnumerable<XElement> Summary(JsonObject set)
    {
        foreach (var name in (string[])["StackSetName", "StackSetId", "Description", "PermissionModel"])
            if ((string?)set[name] is { } text)
                yield return new XElement(name, text);
        yield return new XElement("Status", "ACTIVE");
        foreach (var group in Flags.Where(set.ContainsKey).GroupBy(flag => flag.Split('.')[0]))
            yield return new XElement(group.Key, group.Select(flag => new XElement(flag.Split('.')[1], (string?)set[flag])));
    }

    private static IEnumerable<XElement> Describe(StoreSession session, JsonObject set, CallContext context) =>
    [
        .. Summary(set),
        new("StackSetARN", $"arn:aws:cloudformation:{context.Region}:{context.AccountId}:stackset/{StackSetStore.Id(set)}"),
        new("TemplateBody", (string?)set["TemplateBody"]),
        new("Capabilities", Capabilities(set).Select(capability => new XElement("member", capability))),
        new("Tags", (set["Tags"] as JsonObject ?? []).Select(tag => new XElement("member", new XElement("Key", tag.Key), new XElement("Value", (string?)tag.Value)))),
        new("OrganizationalUnitIds", session.List(StackSetStore.Instances(StackSetStore.Id(set))).Select(instance => (string)instance.Value["Unit"]!)
            .Distinct().Order(StringComparer.Ordinal).Select(unit => new XElement("member", unit))),
    ];

    [GeneratedRegex(@"^[a-zA-Z][-a-zA-Z0-9]{0,127}\z")]
    private static partial Regex NamePattern();
}
