using System.Globalization;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:sns/topic:Topic; the id is the ARN. CreateTopic answers the ARN of an existing topic of that name.</summary>
internal sealed class Topic(AwsSession aws) : IResourceHandler
{
    private static readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal)
    {
        ["archivePolicy"] = "ArchivePolicy",
        ["contentBasedDeduplication"] = "ContentBasedDeduplication",
        ["deliveryPolicy"] = "DeliveryPolicy",
        ["displayName"] = "DisplayName",
        ["fifoThroughputScope"] = "FifoThroughputScope",
        ["kmsMasterKeyId"] = "KmsMasterKeyId",
        ["policy"] = "Policy",
        ["signatureVersion"] = "SignatureVersion",
        ["tracingConfig"] = "TracingConfig",
    };

    private static readonly PropertyMap _defaults = Applied.ParseDefaults("""{"signatureVersion":1,"tracingConfig":"PassThrough"}""");

    public PropertyMap Defaults(ResourceCall call) => _defaults;

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var fields = new List<(string, string?)> { ("Name", call.Inputs.RequiredText("name")) };
        if (call.Inputs.FlagOf("fifoTopic") == true)
            fields.AddRange([("Attributes.entry.1.key", "FifoTopic"), ("Attributes.entry.1.value", "true")]);
        var answer = await SnsAsync(call, "CreateTopic", cancellationToken, [.. fields]);
        return await UpdateAsync(call with { Id = answer.Element("TopicArn")!.Value }, cancellationToken);
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        foreach (var (property, attribute) in _attributes)
            if (call.Changed(property))
                await SnsAsync(call, "SetTopicAttributes", cancellationToken, ("TopicArn", call.Id), ("AttributeName", attribute), ("AttributeValue", Text(call.Inputs.Find(property)) ?? ""));
        if (call.TagsToSet.Count > 0)
            await SnsAsync(call, "TagResource", cancellationToken, [("ResourceArn", call.Id), .. IamCalls.TagFields(call.TagsToSet)]);
        if (call.TagsToRemove.Count > 0)
            await SnsAsync(call, "UntagResource", cancellationToken, [("ResourceArn", call.Id), .. IamCalls.TagKeyFields(call.TagsToRemove)]);
        return Result(call.Id);
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        SnsAsync(call, "DeleteTopic", cancellationToken, ("TopicArn", call.Id)).Unless("NotFound");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        if (await aws.TopicAttributesAsync(call, cancellationToken) is not { } attributes)
            return null;
        // Every topic has a policy; where a resource of its own sets it, it is not the topic's matter.
        var told = _attributes.Keys.Where(property => property != "policy" || call.Inputs.ContainsKey(property));
        var tags = await SnsAsync(call, "ListTagsForResource", cancellationToken, ("ResourceArn", call.Id));
        return Result(call.Id).Reading(AnswerReader.Read(call, attributes, JsonShape.Plain, [.. told, "fifoTopic"]), LiveTags.OfXml(tags));
    }

    private Task<System.Xml.Linq.XElement> SnsAsync(ResourceCall call, string operation, CancellationToken cancellationToken, params (string Name, string? Value)[] fields) =>
        aws.QueryAsync(AwsApi.Sns, operation, IamCalls.Fields(fields), cancellationToken, call.Region);

    private static string? Text(PropertyValue? value) => value switch
    {
        StringValue text => text.Value,
        BoolValue flag => flag.Value ? "true" : "false",
        NumberValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static Applied Result(string arn) => Applied.Of(arn, ("arn", arn), ("name", arn[(arn.LastIndexOf(':') + 1)..]), ("owner", arn.Split(':')[4]));
}
