using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:bcmdata/export:Export; the id is the ARN. The provider has lists of one where the API has structures.</summary>
internal sealed class DataExport(AwsSession aws) : IResourceHandler
{
    private static readonly JsonShape _shape = new(("dataQueries", "DataQuery"), ("refreshCadences", "RefreshCadence"), ("s3Destinations", "S3Destination"));

    public PropertyMap Defaults(ResourceCall call) => PropertyMap.Of(("export", PropertyMap.Of(("exportArn", call.Id))));

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var export = Export(call);
        var exports = await aws.PagesAsync(AwsApi.DataExports, "ListExports", [], "Exports", cancellationToken);
        if (exports.Find(each => (string?)each["ExportName"] == (string?)export["Name"]) is { } leftover)
            return await UpdateAsync(call with { Id = (string)leftover["ExportArn"]! }, cancellationToken);
        var answer = await aws.JsonAsync(AwsApi.DataExports, "CreateExport", new JsonObject { ["Export"] = export }.WithTags(call), cancellationToken);
        return Result((string)answer["ExportArn"]!);
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        await aws.JsonAsync(AwsApi.DataExports, "UpdateExport", new JsonObject { ["ExportArn"] = call.Id, ["Export"] = Export(call) }, cancellationToken);
        await aws.SynchronizeTagsAsync(call.Id, call, cancellationToken, AwsApi.DataExports);
        return Result(call.Id);
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        aws.JsonAsync(AwsApi.DataExports, "DeleteExport", new JsonObject { ["ExportArn"] = call.Id }, cancellationToken).Unless("ResourceNotFound");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var live = aws.JsonAsync(AwsApi.DataExports, "GetExport", new JsonObject { ["ExportArn"] = call.Id }, cancellationToken);
        return await live.Unless("ResourceNotFound")
            ? Result(call.Id).Reading(
                AnswerReader.Read(call, await live, _shape, "export"),
                await aws.CostTagsAsync(call.Id, cancellationToken, AwsApi.DataExports))
            : null;
    }

    private static Applied Result(string arn) => Applied.Of(arn, ("arn", arn));

    private static JsonObject Export(ResourceCall call)
    {
        var export = call.Inputs.ObjectOf("export") ?? throw AwsFailures.NotApplied(call, "no 'export'", "Give the export its name, query, destination and cadence.");
        var query = First(export, "dataQueries");
        var destination = First(First(export, "destinationConfigurations"), "s3Destinations");
        var shaped = JsonShape.Plain.Object(export, "name", "description");
        shaped["DataQuery"] = new JsonObject { ["QueryStatement"] = query.TextOf("queryStatement") };
        if (query.ObjectOf("tableConfigurations") is { } tables)
            shaped["DataQuery"]!["TableConfigurations"] = new JsonObject(tables.Keys.Select(table => KeyValuePair.Create(table, (JsonNode?)JsonShape.TextMap(tables.TextMapOf(table)))));
        var s3 = JsonShape.Plain.Object(destination, "s3Bucket", "s3Prefix", "s3Region");
        s3["S3OutputConfigurations"] = JsonShape.Plain.Object(First(destination, "s3OutputConfigurations"));
        shaped["DestinationConfigurations"] = new JsonObject { ["S3Destination"] = s3 };
        shaped["RefreshCadence"] = JsonShape.Plain.Object(First(export, "refreshCadences"));
        return shaped;
    }

    private static PropertyMap First(PropertyMap map, string list) => map.ObjectsOf(list) is [var first, ..] ? first : PropertyMap.Empty;
}
