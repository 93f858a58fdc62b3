using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Athena;

/// <summary>Named queries. Athena tells them apart by id alone: several may have one name.</summary>
internal sealed class NamedQueryOperations(LocalAwsEnvironment environment)
{
    private const int LongestQuery = 262_144;
    private static readonly JsonPage Page = new(50);

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("CreateNamedQuery", Create);
        add("GetNamedQuery", (input, context) => environment.Store.Read(session => new JsonObject { ["NamedQuery"] = Require(session, input, context) }));
        add("BatchGetNamedQuery", Batch);
        add("UpdateNamedQuery", Update);
        add("DeleteNamedQuery", (input, context) =>
        {
            environment.Store.Write(session => session.Delete(WorkgroupStore.Queries(context), (string)Require(session, input, context)["NamedQueryId"]!));
            return new JsonObject();
        });
        add("ListNamedQueries", List);
    }

    private JsonObject Create(JsonInput input, CallContext context)
    {
        var workgroup = input.Has("WorkGroup") ? WorkgroupStore.CheckName(input, "WorkGroup") : WorkgroupStore.Primary;
        var id = Guid.NewGuid().ToString();
        var query = new JsonObject
        {
            ["Name"] = input.Required("Name", 128),
            ["Database"] = input.Required("Database", 255),
            ["QueryString"] = input.Required("QueryString", LongestQuery),
            ["NamedQueryId"] = id,
            ["WorkGroup"] = workgroup,
        };
        if (input.Optional("Description", 1024) is { Length: > 0 } description)
            query["Description"] = description;
        environment.Store.Write(session =>
        {
            WorkgroupStore.Require(session, context, workgroup);
            session.Put(WorkgroupStore.Queries(context), id, query);
        });
        return new JsonObject { ["NamedQueryId"] = id };
    }

    private JsonObject Update(JsonInput input, CallContext context)
    {
        var (name, text, description) = (input.Required("Name", 128), input.Required("QueryString", LongestQuery), input.Optional("Description", 1024));
        environment.Store.Write(session =>
        {
            var query = Require(session, input, context);
            (query["Name"], query["QueryString"]) = (name, text);
            query.Remove("Description");
            if (description is { Length: > 0 })
                query["Description"] = description;
            session.Put(WorkgroupStore.Queries(context), (string)query["NamedQueryId"]!, query);
        });
        return [];
    }

    private JsonObject Batch(JsonInput input, CallContext context) => environment.Store.Read(session =>
    {
        var found = input.Strings("NamedQueryIds").Select(id => (Id: id, Query: session.Get(WorkgroupStore.Queries(context), id))).ToList();
        return new JsonObject
        {
            ["NamedQueries"] = new JsonArray([.. found.Where(each => each.Query is not null).Select(each => each.Query)]),
            ["UnprocessedNamedQueryIds"] = new JsonArray([.. found.Where(each => each.Query is null).Select(each => new JsonObject
            {
                ["NamedQueryId"] = each.Id,
                ["ErrorCode"] = "INVALID_INPUT",
                ["ErrorMessage"] = $"NamedQuery {each.Id} does not exist",
            })]),
        };
    });

    private JsonObject List(JsonInput input, CallContext context)
    {
        var workgroup = input.Has("WorkGroup") ? WorkgroupStore.CheckName(input, "WorkGroup") : WorkgroupStore.Primary;
        var queries = environment.Store.Read(session =>
        {
            WorkgroupStore.Require(session, context, workgroup);
            return session.List(WorkgroupStore.Queries(context)).Where(query => (string?)query.Value["WorkGroup"] == workgroup).ToList();
        });
        return Page.Of(input, $"ListNamedQueries {workgroup}", "NamedQueryIds", queries, query => query.Key, query => query.Key);
    }

    private static JsonObject Require(StoreSession session, JsonInput input, CallContext context)
    {
        var id = input.Required("NamedQueryId", 128);
        return session.Get(WorkgroupStore.Queries(context), id) ?? throw AthenaErrors.Invalid($"NamedQuery {id} does not exist");
    }
}
