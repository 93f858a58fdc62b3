using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:sns/topicSubscription:TopicSubscription. Subscribe answers the ARN of an existing equal subscription.</summary>
internal sealed class TopicSubscription(AwsSession aws) : IResourceHandler
{
    private static readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal)
    {
        ["deliveryPolicy"] = "DeliveryPolicy",
        ["filterPolicy"] = "FilterPolicy",
        ["filterPolicyScope"] = "FilterPolicyScope",
        ["rawMessageDelivery"] = "RawMessageDelivery",
        ["redrivePolicy"] = "RedrivePolicy",
        ["subscriptionRoleArn"] = "SubscriptionRoleArn",
    };

    private static readonly JsonShape _shape = new(("topic", "TopicArn"));
    private static readonly PropertyMap _defaults = Applied.ParseDefaults("""{"filterPolicyScope":"MessageAttributes"}""");

    public PropertyMap Defaults(ResourceCall call) => _defaults;

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var answer = await aws.QueryAsync(AwsApi.Sns, "Subscribe",
            [new("TopicArn", call.Inputs.RequiredText("topic")), new("Protocol", call.Inputs.RequiredText("protocol")), new("Endpoint", call.Inputs.RequiredText("endpoint")), new("ReturnSubscriptionArn", "true")],
            cancellationToken, call.Region);
        return await UpdateAsync(call with { Id = answer.Element("SubscriptionArn")!.Value }, cancellationToken);
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        foreach (var (property, attribute) in _attributes)
            if (call.Changed(property))
                await aws.QueryAsync(AwsApi.Sns, "SetSubscriptionAttributes",
                    [new("SubscriptionArn", call.Id), new("AttributeName", attribute), new("AttributeValue", Text(call.Inputs.Find(property)))], cancellationToken, call.Region);
        return Result(call);
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        aws.QueryAsync(AwsApi.Sns, "Unsubscribe", [new("SubscriptionArn", call.Id)], cancellationToken, call.Region).Unless("NotFound");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var live = aws.QueryAsync(AwsApi.Sns, "GetSubscriptionAttributes", [new("SubscriptionArn", call.Id)], cancellationToken, call.Region);
        return await live.Unless("NotFound")
            ? Result(call).Reading(AnswerReader.Read(call, SnsAnswers.Attributes(await live), _shape, ["topic", "protocol", "endpoint", .. _attributes.Keys]))
            : null;
    }

    private static Applied Result(ResourceCall call) => Applied.Of(call.Id, ("arn", call.Id), ("ownerId", call.Id.Split(':')[4]));

    private static string Text(PropertyValue? value) => value switch
    {
        StringValue text => text.Value,
        BoolValue flag => flag.Value ? "true" : "false",
        _ => "",
    };
}
