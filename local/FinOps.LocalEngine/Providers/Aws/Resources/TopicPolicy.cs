using System.Text.Json.Nodes;
using System.Xml.Linq;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:sns/topicPolicy:TopicPolicy; the id is the topic's ARN.</summary>
internal sealed class TopicPolicy(AwsSession aws) : IResourceHandler
{
    public Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken) => UpdateAsync(call, cancellationToken);

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var topic = call.Inputs.RequiredText("arn");
        await SetAsync(call, topic, PolicyDocument.Text(call.Inputs.Find("policy")), cancellationToken);
        return Applied.Of(topic, ("owner", topic.Split(':')[4]));
    }

    /// <summary>A topic always has a policy; deleting puts back the one that AWS gives a new topic: its owner may do everything.</summary>
    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        SetAsync(call, call.Id, OwnerOnly(call.Id), cancellationToken).Unless("NotFound");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken) =>
        await aws.TopicAttributesAsync(call, cancellationToken) is { } attributes
            ? Applied.Of(call.Id, ("owner", call.Id.Split(':')[4])).Reading(AnswerReader.Read(call, attributes, JsonShape.Plain, "policy"))
            : null;

    private Task<XElement> SetAsync(ResourceCall call, string topic, string policy, CancellationToken cancellationToken) => aws.QueryAsync(
        AwsApi.Sns, "SetTopicAttributes", [new("TopicArn", topic), new("AttributeName", "Policy"), new("AttributeValue", policy)], cancellationToken, call.Region);

    private static string OwnerOnly(string topic) => new JsonObject
    {
        ["Version"] = "2008-10-17",
        ["Id"] = "__default_policy_ID",
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Sid"] = "__default_statement_ID",
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["AWS"] = "*" },
            ["Action"] = new JsonArray("SNS:GetTopicAttributes", "SNS:SetTopicAttributes", "SNS:AddPermission", "SNS:RemovePermission", "SNS:DeleteTopic", "SNS:Subscribe", "SNS:ListSubscriptionsByTopic", "SNS:Publish"),
            ["Resource"] = topic,
            ["Condition"] = new JsonObject { ["StringEquals"] = new JsonObject { ["AWS:SourceOwner"] = topic.Split(':')[4] } },
        }),
    }.ToJsonString();
}
