using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:glue/catalogTable:CatalogTable; its id is <c>catalog:database:name</c>. What is not applied is refused, not dropped.</summary>
internal sealed class CatalogTable(AwsSession aws) : IResourceHandler
{
    private static readonly JsonShape _shape = new(("serDeInfo", "SerdeInfo"));
    private static readonly string[] _texts = ["description", "owner", "retention", "tableType", "viewExpandedText", "viewOriginalText"];
    private static readonly string[] _notApplied = ["openTableFormatInput", "partitionIndices", "targetTable", "viewDefinition"];

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken) =>
        await SendAsync(call, "CreateTable", Input(call), cancellationToken).Unless("AlreadyExists") ? await ResultAsync(call, cancellationToken) : await UpdateAsync(call, cancellationToken);

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        await SendAsync(call, "UpdateTable", Input(call), cancellationToken);
        return await ResultAsync(call, cancellationToken);
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) => SendAsync(call, "DeleteTable", Key(call.Id), cancellationToken).Unless("EntityNotFound");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var live = SendAsync(call, "GetTable", Key(call.Id), cancellationToken);
        return await live.Unless("EntityNotFound")
            ? (await ResultAsync(call, cancellationToken)).Reading(AnswerReader.Read(call, (await live)["Table"], _shape, ["name", "parameters", "partitionKeys", "storageDescriptor", .. _texts]))
            : null;
    }

    private static JsonObject Key(string id) => id.Split(':') is [_, var database, var name]
        ? new JsonObject { ["DatabaseName"] = database, ["Name"] = name }
        : throw new InvalidOperationException($"'{id}' is no id of a table.");

    private static JsonObject Input(ResourceCall call)
    {
        var refused = _notApplied.Where(property => call.Inputs.Find(property) is not (null or NullValue)).ToList();
        if (refused.Count > 0)
            throw AwsFailures.NotApplied(call, $"the table's {string.Join(", ", refused)}", "Leave it out, or deploy with the Pulumi CLI.");
        var table = _shape.Object(call.Inputs, ["name", .. _texts]);
        table["Parameters"] = JsonShape.TextMap(call.Inputs.TextMapOf("parameters"));
        table["PartitionKeys"] = Columns(call.Inputs, "partitionKeys");
        if (call.Inputs.ObjectOf("storageDescriptor") is { } descriptor)
        {
            var storage = _shape.Object(descriptor);
            storage["Columns"] = Columns(descriptor, "columns");
            // Keys of text maps are data, not names of members.
            if (descriptor.ObjectOf("parameters") is not null)
                storage["Parameters"] = JsonShape.TextMap(descriptor.TextMapOf("parameters"));
            if (descriptor.ObjectOf("serDeInfo") is { } format && format.ObjectOf("parameters") is not null)
                storage["SerdeInfo"]!["Parameters"] = JsonShape.TextMap(format.TextMapOf("parameters"));
            table["StorageDescriptor"] = storage;
        }
        return new JsonObject { ["DatabaseName"] = call.Inputs.RequiredText("databaseName"), ["TableInput"] = table };
    }

    private static JsonArray Columns(PropertyMap map, string list) => new([.. map.ObjectsOf(list).Select(column =>
    {
        var shaped = _shape.Object(column, "name", "type", "comment");
        if (column.ObjectOf("parameters") is not null)
            shaped["Parameters"] = JsonShape.TextMap(column.TextMapOf("parameters"));
        return shaped;
    })]);

    private Task<JsonObject> SendAsync(ResourceCall call, string operation, JsonObject input, CancellationToken cancellationToken) =>
        aws.JsonAsync(AwsApi.Glue, operation, input, cancellationToken, call.Region);

    private async Task<Applied> ResultAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var account = (await aws.IdentityAsync(cancellationToken)).AccountId;
        var key = call.Id.Length > 0 ? Key(call.Id) : null;
        var database = (string?)key?["DatabaseName"] ?? call.Inputs.RequiredText("databaseName");
        var name = (string?)key?["Name"] ?? call.Inputs.RequiredText("name");
        return Applied.Of($"{account}:{database}:{name}", ("name", name), ("databaseName", database), ("catalogId", account),
            ("arn", $"arn:{AwsSession.PartitionOf(call.Region)}:glue:{call.Region}:{account}:table/{database}/{name}"));
    }
}
