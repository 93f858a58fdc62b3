using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:athena/namedQuery:NamedQuery. Athena allows equal names, so a leftover is looked for before creating; nothing of it changes in place.</summary>
internal sealed class NamedQuery(AwsSession aws) : IResourceHandler
{
    private static readonly JsonShape _shape = new(("query", "QueryString"), ("workgroup", "WorkGroup"));

    private static readonly string[] Definition = ["name", "database", "description", "query", "workgroup"];
    private static readonly PropertyMap _defaults = PropertyMap.Of(("workgroup", "primary"));

    public PropertyMap Defaults(ResourceCall call) => _defaults;

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        if (await LeftoverAsync(call, cancellationToken) is { } leftover)
        {
            var update = _shape.Object(call.Inputs, "name", "description", "query");
            update["NamedQueryId"] = leftover;
            await SendAsync(call, "UpdateNamedQuery", update, cancellationToken);
            return Result(call, leftover);
        }
        var answer = await SendAsync(call, "CreateNamedQuery", _shape.Object(call.Inputs, Definition), cancellationToken);
        return Result(call, (string)answer["NamedQueryId"]!);
    }

    public Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken) => Task.FromResult(Result(call, call.Id));

    public async Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken) is not null)
            await SendAsync(call, "DeleteNamedQuery", new JsonObject { ["NamedQueryId"] = call.Id }, cancellationToken);
    }

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken) => await FindAsync(call, cancellationToken) is { } query
        ? Result(call, call.Id).Reading(AnswerReader.Read(call, query, _shape, Definition))
        : null;

    private async Task<JsonNode?> FindAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        try
        {
            return (await SendAsync(call, "GetNamedQuery", new JsonObject { ["NamedQueryId"] = call.Id }, cancellationToken))["NamedQuery"];
        }
        catch (AwsCallException refusal) when (refusal.Is("InvalidRequest") && refusal.Detail.Contains("does not exist", StringComparison.Ordinal))
        {
            return null;
        }
    }

    private async Task<string?> LeftoverAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            var list = new JsonObject { ["WorkGroup"] = call.Inputs.TextOf("workgroup") ?? "primary" };
            if (token is not null)
                list["NextToken"] = token;
            var page = await SendAsync(call, "ListNamedQueries", list, cancellationToken);
            if (page["NamedQueryIds"] is JsonArray { Count: > 0 } ids)
            {
                var queries = await SendAsync(call, "BatchGetNamedQuery", new JsonObject { ["NamedQueryIds"] = ids.DeepClone() }, cancellationToken);
                var found = (queries["NamedQueries"] as JsonArray ?? []).FirstOrDefault(query =>
                    (string?)query!["Name"] == call.Inputs.TextOf("name") && (string?)query["Database"] == call.Inputs.TextOf("database"));
                if (found is not null)
                    return (string?)found["NamedQueryId"];
            }
            token = (string?)page["NextToken"];
        }
        while (!string.IsNullOrEmpty(token));
        return null;
    }

    private Task<JsonObject> SendAsync(ResourceCall call, string operation, JsonObject input, CancellationToken cancellationToken) =>
        aws.JsonAsync(AwsApi.Athena, operation, input, cancellationToken, call.Region);

    private static Applied Result(ResourceCall call, string id) => Applied.Of(id, ("workgroup", call.Inputs.TextOf("workgroup") ?? "primary"));
}
