using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Sns;

/// <summary>Topics.</summary>
internal sealed partial class TopicOperations(LocalAwsEnvironment environment)
{
    // AWS takes more; these are the ones a stack here sets.
    private static readonly HashSet<string> Settable =
    [
        "DisplayName", "Policy", "DeliveryPolicy", "KmsMasterKeyId", "SignatureVersion", "TracingConfig", "FifoTopic", "ContentBasedDeduplication", "ArchivePolicy", "FifoThroughputScope",
        "ApplicationSuccessFeedbackRoleArn", "ApplicationSuccessFeedbackSampleRate", "ApplicationFailureFeedbackRoleArn", "HTTPSuccessFeedbackRoleArn", "HTTPSuccessFeedbackSampleRate",
        "HTTPFailureFeedbackRoleArn", "LambdaSuccessFeedbackRoleArn", "LambdaSuccessFeedbackSampleRate", "LambdaFailureFeedbackRoleArn", "SQSSuccessFeedbackRoleArn",
        "SQSSuccessFeedbackSampleRate", "SQSFailureFeedbackRoleArn", "FirehoseSuccessFeedbackRoleArn", "FirehoseSuccessFeedbackSampleRate", "FirehoseFailureFeedbackRoleArn",
    ];

    public void Register(Action<string, Func<QueryInput, CallContext, IReadOnlyList<XElement>>> add)
    {
        add("CreateTopic", Create);
        add("GetTopicAttributes", Get);
        add("SetTopicAttributes", Set);
        add("DeleteTopic", Delete);
        add("ListTopics", (input, context) => SnsStore.Page(input, "ListTopics", "Topics", environment.Store.List(SnsStore.Topics(context)),
            topic => topic.Key, topic => new XElement("TopicArn", topic.Key)));
    }

    private IReadOnlyList<XElement> Create(QueryInput input, CallContext context)
    {
        var name = input.Required("Name");
        var attributes = SnsStore.ReadAttributes(input);
        if (!NamePattern().IsMatch(name) || name.EndsWith(".fifo", StringComparison.Ordinal) != (attributes.GetValueOrDefault("FifoTopic") == "true"))
            throw SnsStore.Invalid("Topic Name");
        var arn = $"arn:aws:sns:{context.Region}:{context.AccountId}:{name}";
        var settings = new JsonObject();
        foreach (var (key, value) in attributes)
            settings[key] = Checked(key, value);
        var tags = Iam.RoleTagOperations.Tags(input);
        environment.Store.Write(session =>
        {
            if (session.Get(SnsStore.Topics(context), arn) is not { } standing)
            {
                session.Put(SnsStore.Topics(context), arn, settings);
                SnsStore.Tags.Merge(session, arn, tags);
            }
            else if (settings.Any(pair => (string?)standing[pair.Key] != (string?)pair.Value))
                throw SnsStore.Invalid("Attributes Reason: Topic already exists with different attributes");
            else if (tags.Any(tag => SnsStore.Tags.Read(session, arn).GetValueOrDefault(tag.Key) != tag.Value))
                throw SnsStore.Invalid("Tags Reason: Topic already exists with different tags");
        });
        return [new("TopicArn", arn)];
    }

    private IReadOnlyList<XElement> Get(QueryInput input, CallContext context)
    {
        var (topic, subscriptions) = environment.Store.Read(session => (SnsStore.RequireTopic(session, input, context),
            session.List(SnsStore.Subscriptions(context), input.Required("TopicArn") + ":").Count));
        var arn = input.Required("TopicArn");
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["TopicArn"] = arn,
            ["Owner"] = context.AccountId,
            ["DisplayName"] = "",
            ["Policy"] = DefaultPolicy(context.AccountId, arn),
            ["SubscriptionsConfirmed"] = subscriptions.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["SubscriptionsPending"] = "0",
            ["SubscriptionsDeleted"] = "0",
        };
        foreach (var (key, value) in topic)
            attributes[key] = (string)value!;
        return [SnsStore.Entries(attributes)];
    }

    private IReadOnlyList<XElement> Set(QueryInput input, CallContext context)
    {
        var (name, value) = (input.Required("AttributeName"), input.Optional("AttributeValue") ?? "");
        environment.Store.Write(session =>
        {
            var topic = SnsStore.RequireTopic(session, input, context);
            if (value.Length == 0)
                topic.Remove(name);
            else
                topic[name] = Checked(name, value);
            session.Put(SnsStore.Topics(context), input.Required("TopicArn"), topic);
        });
        return [];
    }

    private IReadOnlyList<XElement> Delete(QueryInput input, CallContext context)
    {
        var arn = input.Required("TopicArn");
        environment.Store.Write(session =>
        {
            // Deleting a topic that is gone succeeds at AWS too.
            session.Delete(SnsStore.Topics(context), arn);
            foreach (var subscription in session.List(SnsStore.Subscriptions(context), arn + ":"))
                session.Delete(SnsStore.Subscriptions(context), subscription.Key);
            SnsStore.Tags.Forget(session, arn);
        });
        return [];
    }

    private static string Checked(string name, string value)
    {
        if (!Settable.Contains(name))
            throw SnsStore.Invalid("AttributeName");
        if (name is not ("Policy" or "DeliveryPolicy"))
            return value;
        try
        {
            return JsonNode.Parse(value) is JsonObject ? value : throw SnsStore.Invalid($"{name} is no JSON object");
        }
        catch (JsonException exception)
        {
            throw SnsStore.Invalid($"{name} Error - {exception.Message}");
        }
    }

    private static string DefaultPolicy(string account, string arn) => new JsonObject
    {
        ["Version"] = "2008-10-17",
        ["Id"] = "__default_policy_ID",
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Sid"] = "__default_statement_ID",
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["AWS"] = "*" },
            ["Action"] = new JsonArray("SNS:GetTopicAttributes", "SNS:SetTopicAttributes", "SNS:AddPermission", "SNS:RemovePermission", "SNS:DeleteTopic", "SNS:Subscribe", "SNS:ListSubscriptionsByTopic", "SNS:Publish"),
            ["Resource"] = arn,
            ["Condition"] = new JsonObject { ["StringEquals"] = new JsonObject { ["AWS:SourceOwner"] = account } },
        }),
    }.ToJsonString();

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,256}\z|^[A-Za-z0-9_-]{1,251}\.fifo\z")]
    private static partial Regex NamePattern();
}
