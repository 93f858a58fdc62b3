using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:athena/workgroup:Workgroup.</summary>
internal sealed class Workgroup(AwsSession aws) : IResourceHandler
{
    /// <summary>The provider spells Workgroup and Cloudwatch as one word, the API as two, and says that a key is an ARN.</summary>
    private static readonly JsonShape _shape = new(
        ("kmsKeyArn", "KmsKey"),
        ("enforceWorkgroupConfiguration", "EnforceWorkGroupConfiguration"),
        ("publishCloudwatchMetricsEnabled", "PublishCloudWatchMetricsEnabled"));

    private static readonly PropertyMap _defaults = Applied.ParseDefaults("""
        {"state": "ENABLED", "configuration": {"enforceWorkgroupConfiguration": true, "engineVersion": {"selectedEngineVersion": "AUTO"}, "publishCloudwatchMetricsEnabled": true}}
        """);

    public PropertyMap Defaults(ResourceCall call) => _defaults;

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var name = call.Inputs.RequiredText("name");
        var input = _shape.Object(call.Inputs, "name", "description", "configuration").WithTags(call, "Tags");
        try
        {
            await SendAsync(call, "CreateWorkGroup", input, cancellationToken);
        }
        catch (AwsCallException refusal) when (refusal.Is("InvalidRequest") && refusal.Detail.Contains("already created", StringComparison.Ordinal))
        {
            return await UpdateAsync(call with { Id = name }, cancellationToken);
        }
        // A new workgroup is always enabled.
        if (call.Inputs.TextOf("state") == "DISABLED")
            await SendAsync(call, "UpdateWorkGroup", new JsonObject { ["WorkGroup"] = name, ["State"] = "DISABLED" }, cancellationToken);
        return await ResultAsync(call, name, cancellationToken);
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var updates = new JsonObject { ["WorkGroup"] = call.Id, ["State"] = call.Inputs.TextOf("state") ?? "ENABLED", ["Description"] = call.Inputs.TextOf("description") ?? "" };
        updates["ConfigurationUpdates"] = Updates(call);
        await SendAsync(call, "UpdateWorkGroup", updates, cancellationToken);
        var result = await ResultAsync(call, call.Id, cancellationToken);
        var arn = result.Computed.TextOf("arn");
        if (call.TagsToSet.Count > 0)
            await SendAsync(call, "TagResource", new JsonObject { ["ResourceARN"] = arn, ["Tags"] = JsonShape.Tags(call.TagsToSet) }, cancellationToken);
        if (call.TagsToRemove.Count > 0)
            await SendAsync(call, "UntagResource", new JsonObject { ["ResourceARN"] = arn, ["TagKeys"] = JsonShape.Texts(call.TagsToRemove) }, cancellationToken);
        return result;
    }

    public async Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(call, "DeleteWorkGroup", new JsonObject { ["WorkGroup"] = call.Id, ["RecursiveDeleteOption"] = call.Inputs.FlagOf("forceDestroy") == true }, cancellationToken);
        }
        catch (AwsCallException refusal) when (IsMissing(refusal))
        {
            // It is gone already.
        }
    }

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        try
        {
            var live = await SendAsync(call, "GetWorkGroup", new JsonObject { ["WorkGroup"] = call.Id }, cancellationToken);
            var result = await ResultAsync(call, call.Id, cancellationToken);
            var tags = await SendAsync(call, "ListTagsForResource", new JsonObject { ["ResourceARN"] = result.Computed.TextOf("arn") }, cancellationToken);
            // Which version AUTO means is AWS's choice and changes by itself.
            (live["WorkGroup"]?["Configuration"]?["EngineVersion"] as JsonObject)?.Remove("EffectiveEngineVersion");
            return result.Reading(AnswerReader.Read(call, live["WorkGroup"], _shape, "name", "description", "state", "configuration"), LiveTags.OfList(tags["Tags"]));
        }
        catch (AwsCallException refusal) when (IsMissing(refusal))
        {
            return null;
        }
    }

    /// <summary>Athena has no code of its own for what is not there.</summary>
    private static bool IsMissing(AwsCallException refusal) => refusal.Is("InvalidRequest") && refusal.Detail.Contains("is not found", StringComparison.Ordinal);

    /// <summary>Members that are gone must be removed by name; results are updated in a structure of their own.</summary>
    private static JsonObject Updates(ResourceCall call)
    {
        var wanted = call.Inputs.ObjectOf("configuration") is { } configuration ? _shape.Object(configuration) : [];
        var old = call.OldInputs.ObjectOf("configuration") is { } before ? _shape.Object(before) : [];
        if (old.ContainsKey("BytesScannedCutoffPerQuery") && !wanted.ContainsKey("BytesScannedCutoffPerQuery"))
            wanted["RemoveBytesScannedCutoffPerQuery"] = true;
        if (wanted["ResultConfiguration"] is JsonObject result)
        {
            wanted.Remove("ResultConfiguration");
            foreach (var member in (string[])["OutputLocation", "EncryptionConfiguration", "ExpectedBucketOwner", "AclConfiguration"])
                if (old["ResultConfiguration"]?[member] is not null && !result.ContainsKey(member))
                    result["Remove" + member] = true;
            wanted["ResultConfigurationUpdates"] = result;
        }
        return wanted;
    }

    private Task<JsonObject> SendAsync(ResourceCall call, string operation, JsonObject input, CancellationToken cancellationToken) =>
        aws.JsonAsync(AwsApi.Athena, operation, input, cancellationToken, call.Region);

    private async Task<Applied> ResultAsync(ResourceCall call, string name, CancellationToken cancellationToken)
    {
        var account = (await aws.IdentityAsync(cancellationToken)).AccountId;
        return Applied.Of(name, ("name", name), ("arn", $"arn:{AwsSession.PartitionOf(call.Region)}:athena:{call.Region}:{account}:workgroup/{name}"));
    }
}
