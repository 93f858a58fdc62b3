using System.Text.Json.Nodes;
using System.Xml.Linq;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Ses;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Sns;

/// <summary>Subscriptions. All count as confirmed: nobody could click a confirmation here.</summary>
internal sealed class SubscriptionOperations(LocalAwsEnvironment environment)
{
    private static readonly string[] Protocols = ["http", "https", "email", "email-json", "sms", "sqs", "application", "lambda", "firehose"];

    private static readonly HashSet<string> Settable =
        ["DeliveryPolicy", "FilterPolicy", "FilterPolicyScope", "RawMessageDelivery", "RedrivePolicy", "SubscriptionRoleArn", "ReplayPolicy"];

    public void Register(Action<string, Func<QueryInput, CallContext, IReadOnlyList<XElement>>> add)
    {
        add("Subscribe", Subscribe);
        add("Unsubscribe", (input, context) =>
        {
            environment.Store.Delete(SnsStore.Subscriptions(context), input.Required("SubscriptionArn"));
            return [];
        });
        add("GetSubscriptionAttributes", Get);
        add("SetSubscriptionAttributes", Set);
        add("ListSubscriptionsByTopic", (input, context) => environment.Store.Read(session =>
        {
            SnsStore.RequireTopic(session, input, context);
            var topic = input.Required("TopicArn");
            return SnsStore.Page(input, $"ListSubscriptionsByTopic {topic}", "Subscriptions", session.List(SnsStore.Subscriptions(context), topic + ":"),
                item => item.Key, item => ((string[])["SubscriptionArn", "Owner", "Protocol", "Endpoint", "TopicArn"]).Select(name => new XElement(name, (string?)item.Value[name])));
        }));
    }

    private IReadOnlyList<XElement> Subscribe(QueryInput input, CallContext context)
    {
        var (topic, protocol, endpoint) = (input.Required("TopicArn"), input.Required("Protocol"), input.Required("Endpoint"));
        CheckEndpoint(protocol, endpoint);
        var arn = environment.Store.Write(session =>
        {
            SnsStore.RequireTopic(session, input, context);
            // The same endpoint again is the same subscription.
            var standing = session.List(SnsStore.Subscriptions(context), topic + ":")
                .FirstOrDefault(item => (string?)item.Value["Protocol"] == protocol && (string?)item.Value["Endpoint"] == endpoint);
            if (standing is not null)
                return standing.Key;
            var created = $"{topic}:{Guid.NewGuid()}";
            var subscription = new JsonObject
            {
                ["SubscriptionArn"] = created,
                ["Owner"] = context.AccountId,
                ["Protocol"] = protocol,
                ["Endpoint"] = endpoint,
                ["TopicArn"] = topic,
            };
            foreach (var (name, value) in SnsStore.ReadAttributes(input))
                subscription[Checked(name)] = value;
            session.Put(SnsStore.Subscriptions(context), created, subscription);
            return created;
        });
        return [new("SubscriptionArn", arn)];
    }

    private IReadOnlyList<XElement> Get(QueryInput input, CallContext context)
    {
        var subscription = Require(environment.Store.Get(SnsStore.Subscriptions(context), input.Required("SubscriptionArn")));
        var attributes = subscription.ToDictionary(pair => pair.Key, pair => (string)pair.Value!, StringComparer.Ordinal);
        attributes["PendingConfirmation"] = "false";
        attributes["ConfirmationWasAuthenticated"] = "true";
        attributes.TryAdd("RawMessageDelivery", "false");
        return [SnsStore.Entries(attributes)];
    }

    private IReadOnlyList<XElement> Set(QueryInput input, CallContext context)
    {
        environment.Store.Write(session =>
        {
            var arn = input.Required("SubscriptionArn");
            var subscription = Require(session.Get(SnsStore.Subscriptions(context), arn));
            var (name, value) = (Checked(input.Required("AttributeName")), input.Optional("AttributeValue") ?? "");
            if (value.Length == 0)
                subscription.Remove(name);
            else
                subscription[name] = value;
            session.Put(SnsStore.Subscriptions(context), arn, subscription);
        });
        return [];
    }

    private static void CheckEndpoint(string protocol, string endpoint)
    {
        var good = protocol switch
        {
            _ when !Protocols.Contains(protocol) => throw SnsStore.Invalid($"Does not support this protocol string: {protocol}"),
            "email" or "email-json" => EmailAddress.TryParse(endpoint, out _),
            "http" or "https" => endpoint.StartsWith(protocol + "://", StringComparison.Ordinal),
            "sqs" or "lambda" or "application" or "firehose" => endpoint.StartsWith("arn:", StringComparison.Ordinal),
            _ => endpoint.Length > 0,
        };
        if (!good)
            throw SnsStore.Invalid($"{protocol} endpoint '{endpoint}'");
    }

    private static string Checked(string name) => Settable.Contains(name) ? name : throw SnsStore.Invalid("AttributeName");

    private static JsonObject Require(JsonObject? subscription) => subscription ?? throw new AwsError("NotFound", "Subscription does not exist", 404);
}
