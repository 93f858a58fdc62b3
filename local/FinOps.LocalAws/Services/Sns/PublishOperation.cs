using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Lambda;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Sns;

/// <summary>Publish: every function that subscribed gets the message as SNS shapes it for Lambda. Filter policies are kept and not applied.</summary>
internal sealed class PublishOperation(LocalAwsEnvironment environment, FunctionEvents functions)
{
    private const int LongestMessage = 256 * 1024;
    private const int LongestSubject = 100;

    public void Register(Action<string, Func<QueryInput, CallContext, IReadOnlyList<XElement>>> add) => add("Publish", Publish);

    private List<XElement> Publish(QueryInput input, CallContext context)
    {
        var topic = input.Optional("TopicArn") ?? input.Required("TargetArn");
        var subject = CheckedSubject(input.Optional("Subject"));
        var message = Message(input);
        var subscribers = environment.Store.Read(session => session.Get(SnsStore.Topics(context), topic) is null
            ? throw new AwsError("NotFound", "Topic does not exist", 404)
            : session.List(SnsStore.Subscriptions(context), topic + ":").Select(item => item.Value).ToList());
        var id = Guid.NewGuid().ToString();
        foreach (var subscriber in subscribers.Where(each => (string?)each["Protocol"] == "lambda"))
        {
            var payload = new JsonObject { ["Records"] = new JsonArray(Record(id, topic, (string)subscriber["SubscriptionArn"]!, subject, message, input, context)) };
            functions.Deliver("sns.amazonaws.com", topic, (string)subscriber["Endpoint"]!, Encoding.UTF8.GetBytes(payload.ToJsonString()), context);
        }
        return [new("MessageId", id)];
    }

    /// <summary>As SNS writes it for Lambda. Nothing is signed here, so the members about signatures are empty.</summary>
    private static JsonObject Record(string id, string topic, string subscription, string? subject, string message, QueryInput input, CallContext context) => new()
    {
        ["EventSource"] = "aws:sns",
        ["EventVersion"] = "1.0",
        ["EventSubscriptionArn"] = subscription,
        ["Sns"] = new JsonObject
        {
            ["Type"] = "Notification",
            ["MessageId"] = id,
            ["TopicArn"] = topic,
            ["Subject"] = subject,
            ["Message"] = message,
            ["Timestamp"] = context.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["SignatureVersion"] = "1",
            ["Signature"] = "",
            ["SigningCertUrl"] = "",
            ["UnsubscribeUrl"] = "",
            ["MessageAttributes"] = new JsonObject(input.Members("MessageAttributes", "entry").Select(entry => KeyValuePair.Create(entry.Required("Name"), (JsonNode?)new JsonObject
            {
                ["Type"] = entry.Required("Value.DataType"),
                ["Value"] = entry.Optional("Value.StringValue") ?? entry.Optional("Value.BinaryValue"),
            }))),
        },
    };

    private static string Message(QueryInput input)
    {
        var message = input.Optional("Message") is { Length: > 0 } given ? given : throw SnsStore.Invalid("Empty message");
        if (Encoding.UTF8.GetByteCount(message) > LongestMessage)
            throw SnsStore.Invalid("Message too long");
        if (input.Optional("MessageStructure") is null)
            return message;
        try
        {
            return JsonNode.Parse(message) is JsonObject kinds && (kinds["lambda"] ?? kinds["default"]) is JsonValue text
                ? text.GetValue<string>()
                : throw SnsStore.Invalid("Message Structure - No default entry in JSON message body");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw SnsStore.Invalid("Message Structure - JSON message body failed to parse");
        }
    }

    private static string? CheckedSubject(string? subject) =>
        subject is null || (subject.Length is > 0 and <= LongestSubject && subject.All(letter => letter is >= ' ' and <= '~')) ? subject : throw SnsStore.Invalid("Subject");
}
