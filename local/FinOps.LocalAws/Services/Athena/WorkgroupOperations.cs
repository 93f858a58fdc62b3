using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Athena;

/// <summary>Workgroups themselves.</summary>
internal sealed class WorkgroupOperations(LocalAwsEnvironment environment)
{
    private const long LeastCutoff = 10_000_000;
    private static readonly JsonPage Page = new(50);

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("CreateWorkGroup", Create);
        add("GetWorkGroup", (input, context) => environment.Store.Read(session => new JsonObject
        {
            ["WorkGroup"] = WorkgroupStore.Require(session, context, WorkgroupStore.CheckName(input, "WorkGroup")),
        }));
        add("UpdateWorkGroup", Update);
        add("DeleteWorkGroup", Delete);
        add("ListWorkGroups", List);
    }

    private JsonObject Create(JsonInput input, CallContext context)
    {
        var name = WorkgroupStore.CheckName(input, "Name");
        var configuration = input.OptionalObject("Configuration");
        Check(configuration);
        var workgroup = WorkgroupStore.NewWorkgroup(name, configuration?.Body.DeepClone().AsObject() ?? [], context.Now.ToUnixTimeSeconds());
        if (input.Optional("Description", 1024) is { } description)
            workgroup["Description"] = description;
        var tags = WorkgroupStore.Tags.FromList(input.Objects("Tags"));
        environment.Store.Write(session =>
        {
            if (name == WorkgroupStore.Primary || !session.Add(WorkgroupStore.Workgroups(context), name, workgroup))
                throw AthenaErrors.Invalid("WorkGroup is already created");
            WorkgroupStore.Tags.Merge(session, WorkgroupStore.Arn(context, name), tags);
        });
        return [];
    }

    private JsonObject Update(JsonInput input, CallContext context)
    {
        var name = WorkgroupStore.CheckName(input, "WorkGroup");
        var updates = input.OptionalObject("ConfigurationUpdates");
        Check(updates);
        environment.Store.Write(session =>
        {
            var workgroup = WorkgroupStore.Require(session, context, name);
            if (input.OptionalOneOf("State", "ENABLED", "DISABLED") is { } state)
                workgroup["State"] = state;
            if (input.Optional("Description", 1024) is { } description)
                workgroup["Description"] = description;
            if (updates is not null)
                WorkgroupUpdate.Apply(workgroup["Configuration"]!.AsObject(), updates.Body);
            session.Put(WorkgroupStore.Workgroups(context), name, workgroup);
        });
        return [];
    }

    private JsonObject Delete(JsonInput input, CallContext context)
    {
        var name = WorkgroupStore.CheckName(input, "WorkGroup");
        if (name == WorkgroupStore.Primary)
            throw AthenaErrors.Invalid("The primary workgroup cannot be deleted.");
        var isRecursive = input.Flag("RecursiveDeleteOption");
        environment.Store.Write(session =>
        {
            WorkgroupStore.Require(session, context, name);
            var queries = session.List(WorkgroupStore.Queries(context)).Where(query => (string?)query.Value["WorkGroup"] == name).ToList();
            if (queries.Count > 0 && !isRecursive)
                throw AthenaErrors.Invalid($"WorkGroup {name} is not empty");
            foreach (var query in queries)
                session.Delete(WorkgroupStore.Queries(context), query.Key);
            session.Delete(WorkgroupStore.Workgroups(context), name);
            WorkgroupStore.Tags.Forget(session, WorkgroupStore.Arn(context, name));
        });
        return [];
    }

    private JsonObject List(JsonInput input, CallContext context)
    {
        var workgroups = environment.Store.Read(session => session.List(WorkgroupStore.Workgroups(context))
            .Select(item => item.Value)
            .Where(workgroup => (string?)workgroup["Name"] != WorkgroupStore.Primary)
            .Append(WorkgroupStore.Require(session, context, WorkgroupStore.Primary))
            .ToList());
        return Page.Of(input, "ListWorkGroups", "WorkGroups", workgroups, workgroup => (string)workgroup["Name"]!, workgroup => new JsonObject
        {
            ["Name"] = (string?)workgroup["Name"],
            ["State"] = (string?)workgroup["State"],
            ["Description"] = (string?)workgroup["Description"] ?? "",
            ["CreationTime"] = (long)workgroup["CreationTime"]!,
            ["EngineVersion"] = workgroup["Configuration"]!["EngineVersion"]!.DeepClone(),
        });
    }

    private static void Check(JsonInput? configuration)
    {
        if (configuration is null)
            return;
        configuration.OptionalLong("BytesScannedCutoffPerQuery", minimum: LeastCutoff);
        configuration.Flag("EnforceWorkGroupConfiguration");
        var result = configuration.OptionalObject("ResultConfiguration") ?? configuration.OptionalObject("ResultConfigurationUpdates");
        if (result?.Optional("OutputLocation") is { } location && !location.StartsWith("s3://", StringComparison.Ordinal))
            throw result.Invalid("outputLocation is not a valid S3 path.");
        if (result?.OptionalObject("EncryptionConfiguration") is { } encryption
            && encryption.OneOf("EncryptionOption", "SSE_S3", "SSE_KMS", "CSE_KMS") != "SSE_S3" && !encryption.Has("KmsKey"))
            throw encryption.Invalid("KmsKey is required for this encryption option.");
    }
}
