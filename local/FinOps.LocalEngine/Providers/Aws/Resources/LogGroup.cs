using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:cloudwatch/logGroup:LogGroup.</summary>
internal sealed class LogGroup(AwsSession aws) : IResourceHandler
{
    private static readonly PropertyMap _defaults = Applied.ParseDefaults("""{"logGroupClass":"STANDARD"}""");

    public PropertyMap Defaults(ResourceCall call) => _defaults;

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var name = call.Inputs.RequiredText("name");
        var input = new JsonObject { ["logGroupName"] = name };
        if (call.Inputs.TextOf("kmsKeyId") is { } key)
            input["kmsKeyId"] = key;
        if (call.Inputs.TextOf("logGroupClass") is { } logGroupClass)
            input["logGroupClass"] = logGroupClass;
        if (call.Tags.Count > 0)
            input["tags"] = JsonShape.TextMap(call.Tags);
        var isNew = await SendAsync(call, "CreateLogGroup", input, cancellationToken).Unless("ResourceAlreadyExists");
        return await ApplyAsync(call with { Id = name, OldTags = isNew ? call.Tags : call.OldTags }, cancellationToken);
    }

    public Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken) => ApplyAsync(call, cancellationToken);

    public async Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        if (call.Inputs.FlagOf("skipDestroy") != true)
            await SendAsync(call, "DeleteLogGroup", new JsonObject { ["logGroupName"] = call.Id }, cancellationToken).Unless("ResourceNotFound");
    }

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(call, "DescribeLogGroups", new JsonObject { ["logGroupNamePrefix"] = call.Id }, cancellationToken);
        if ((answer["logGroups"] as JsonArray ?? []).FirstOrDefault(group => (string?)group!["logGroupName"] == call.Id) is not { } found)
            return null;
        var result = await ResultAsync(call, cancellationToken);
        var tags = await SendAsync(call, "ListTagsForResource", new JsonObject { ["resourceArn"] = result.Computed.TextOf("arn") }, cancellationToken);
        return result.Reading(AnswerReader.Read(call, found, JsonShape.Plain, "retentionInDays", "kmsKeyId", "logGroupClass"), LiveTags.OfMap(tags["tags"]));
    }

    private async Task<Applied> ApplyAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        // 0 is the provider's word for never.
        if (call.Inputs.NumberOf("retentionInDays") is { } days and > 0)
            await SendAsync(call, "PutRetentionPolicy", new JsonObject { ["logGroupName"] = call.Id, ["retentionInDays"] = (long)days }, cancellationToken);
        else if (call.OldInputs.NumberOf("retentionInDays") is > 0)
            await SendAsync(call, "DeleteRetentionPolicy", new JsonObject { ["logGroupName"] = call.Id }, cancellationToken);
        if (call.OldInputs.Count > 0 && call.Changed("kmsKeyId"))
            await SendAsync(call, call.Inputs.TextOf("kmsKeyId") is null ? "DisassociateKmsKey" : "AssociateKmsKey", KeyInput(call), cancellationToken);
        var result = await ResultAsync(call, cancellationToken);
        var arn = result.Computed.TextOf("arn");
        if (call.TagsToSet.Count > 0)
            await SendAsync(call, "TagResource", new JsonObject { ["resourceArn"] = arn, ["tags"] = JsonShape.TextMap(call.TagsToSet) }, cancellationToken);
        if (call.TagsToRemove.Count > 0)
            await SendAsync(call, "UntagResource", new JsonObject { ["resourceArn"] = arn, ["tagKeys"] = JsonShape.Texts(call.TagsToRemove) }, cancellationToken);
        return result;
    }

    private static JsonObject KeyInput(ResourceCall call)
    {
        var input = new JsonObject { ["logGroupName"] = call.Id };
        if (call.Inputs.TextOf("kmsKeyId") is { } key)
            input["kmsKeyId"] = key;
        return input;
    }

    private Task<JsonObject> SendAsync(ResourceCall call, string operation, JsonObject input, CancellationToken cancellationToken) =>
        aws.JsonAsync(AwsApi.Logs, operation, input, cancellationToken, call.Region);

    private async Task<Applied> ResultAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var account = (await aws.IdentityAsync(cancellationToken)).AccountId;
        return Applied.Of(call.Id, ("name", call.Id), ("arn", $"arn:{AwsSession.PartitionOf(call.Region)}:logs:{call.Region}:{account}:log-group:{call.Id}"));
    }
}
