using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:sqs/queue:Queue; the id is the URL.</summary>
internal sealed class Queue(AwsSession aws) : IResourceHandler
{
    private static readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal)
    {
        ["contentBasedDeduplication"] = "ContentBasedDeduplication",
        ["deduplicationScope"] = "DeduplicationScope",
        ["delaySeconds"] = "DelaySeconds",
        ["fifoQueue"] = "FifoQueue",
        ["fifoThroughputLimit"] = "FifoThroughputLimit",
        ["kmsDataKeyReusePeriodSeconds"] = "KmsDataKeyReusePeriodSeconds",
        ["kmsMasterKeyId"] = "KmsMasterKeyId",
        ["maxMessageSize"] = "MaximumMessageSize",
        ["messageRetentionSeconds"] = "MessageRetentionPeriod",
        ["policy"] = "Policy",
        ["receiveWaitTimeSeconds"] = "ReceiveMessageWaitTimeSeconds",
        ["redriveAllowPolicy"] = "RedriveAllowPolicy",
        ["redrivePolicy"] = "RedrivePolicy",
        ["sqsManagedSseEnabled"] = "SqsManagedSseEnabled",
        ["visibilityTimeoutSeconds"] = "VisibilityTimeout",
    };

    private static readonly JsonShape _shape = new([.. _attributes.Select(attribute => (attribute.Key, attribute.Value))]);
    private static readonly PropertyMap _defaults = Applied.ParseDefaults("""
        {
          "deduplicationScope": "queue", "fifoThroughputLimit": "perQueue", "kmsDataKeyReusePeriodSeconds": 300, "maxMessageSize": 1048576,
          "messageRetentionSeconds": 345600, "sqsManagedSseEnabled": true, "visibilityTimeoutSeconds": 30
        }
        """);

    public PropertyMap Defaults(ResourceCall call) => _defaults;

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var name = call.Inputs.RequiredText("name");
        var created = SqsAsync(call, "CreateQueue", new JsonObject { ["QueueName"] = name, ["Attributes"] = Attributes(call), ["tags"] = JsonShape.TextMap(call.Tags) }, cancellationToken);
        if (await created.Unless("QueueNameExists", "QueueAlreadyExists"))
            return await ResultAsync((string)(await created)["QueueUrl"]!, call, cancellationToken);
        var leftover = await SqsAsync(call, "GetQueueUrl", new JsonObject { ["QueueName"] = name }, cancellationToken);
        return await UpdateAsync(call with { Id = (string)leftover["QueueUrl"]! }, cancellationToken);
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var attributes = Attributes(call);
        attributes.Remove("FifoQueue");
        if (attributes.Count > 0)
            await SqsAsync(call, "SetQueueAttributes", new JsonObject { ["QueueUrl"] = call.Id, ["Attributes"] = attributes }, cancellationToken);
        if (call.TagsToSet.Count > 0)
            await SqsAsync(call, "TagQueue", new JsonObject { ["QueueUrl"] = call.Id, ["Tags"] = JsonShape.TextMap(call.TagsToSet) }, cancellationToken);
        if (call.TagsToRemove.Count > 0)
            await SqsAsync(call, "UntagQueue", new JsonObject { ["QueueUrl"] = call.Id, ["TagKeys"] = JsonShape.Texts(call.TagsToRemove) }, cancellationToken);
        return await ResultAsync(call.Id, call, cancellationToken);
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        SqsAsync(call, "DeleteQueue", new JsonObject { ["QueueUrl"] = call.Id }, cancellationToken).Unless("QueueDoesNotExist", "NonExistentQueue");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var live = SqsAsync(call, "GetQueueAttributes", new JsonObject { ["QueueUrl"] = call.Id, ["AttributeNames"] = new JsonArray("All") }, cancellationToken);
        if (!await live.Unless("QueueDoesNotExist", "NonExistentQueue"))
            return null;
        // A queue policy of its own is not the queue's matter.
        var told = _attributes.Keys.Where(property => property != "policy" || call.Inputs.ContainsKey(property));
        var tags = await SqsAsync(call, "ListQueueTags", new JsonObject { ["QueueUrl"] = call.Id }, cancellationToken);
        return (await ResultAsync(call.Id, call, cancellationToken)).Reading(AnswerReader.Read(call, (await live)["Attributes"], _shape, told), LiveTags.OfMap(tags["Tags"]));
    }

    /// <summary>Those that are set and differ; one that was taken away goes back to empty, which SQS reads as its default.</summary>
    private static JsonObject Attributes(ResourceCall call) => new(_attributes
        .Where(attribute => call.Changed(attribute.Key))
        .Select(attribute => KeyValuePair.Create(attribute.Value, (JsonNode?)Text(call.Inputs.Find(attribute.Key)))));

    private static string Text(PropertyValue? value) => value switch
    {
        StringValue text => text.Value,
        BoolValue flag => flag.Value ? "true" : "false",
        NumberValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    private Task<JsonObject> SqsAsync(ResourceCall call, string operation, JsonObject input, CancellationToken cancellationToken) =>
        aws.JsonAsync(AwsApi.Sqs, operation, input, cancellationToken, call.Region);

    private async Task<Applied> ResultAsync(string url, ResourceCall call, CancellationToken cancellationToken)
    {
        var name = url[(url.LastIndexOf('/') + 1)..];
        var account = (await aws.IdentityAsync(cancellationToken)).AccountId;
        return Applied.Of(url, ("url", url), ("name", name), ("arn", $"arn:{AwsSession.PartitionOf(call.Region)}:sqs:{call.Region}:{account}:{name}"));
    }
}
