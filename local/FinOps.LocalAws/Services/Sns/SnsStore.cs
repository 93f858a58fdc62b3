using System.Text.Json.Nodes;
using System.Xml.Linq;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Sns;

/// <summary>Where topics and subscriptions are kept: by account, keyed by ARN.</summary>
internal static class SnsStore
{
    public static readonly TagStore Tags = new("sns", Invalid, message => new("TagLimitExceeded", message));

    public static string Topics(CallContext context) => $"sns/topics/{context.AccountId}";

    public static string Subscriptions(CallContext context) => $"sns/subscriptions/{context.AccountId}";

    public static AwsError Invalid(string message) => new("InvalidParameter", $"Invalid parameter: {message}");

    public static JsonObject RequireTopic(StoreSession session, QueryInput input, CallContext context) =>
        session.Get(Topics(context), input.Required("TopicArn")) ?? throw new AwsError("NotFound", "Topic does not exist", 404);

    /// <summary>Attributes as SNS writes maps: entries of key and value.</summary>
    public static XElement Entries(IEnumerable<KeyValuePair<string, string>> attributes) => new("Attributes",
        attributes.Select(pair => new XElement("entry", new XElement("key", pair.Key), new XElement("value", pair.Value))));

    public static IReadOnlyDictionary<string, string> ReadAttributes(QueryInput input)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in input.Members("Attributes", "entry"))
            attributes[entry.Required("key")] = entry.Optional("value") ?? "";
        return attributes;
    }

    public static IReadOnlyList<XElement> Page<T>(QueryInput input, string operation, string member, IEnumerable<T> items, Func<T, string> key, Func<T, object> print)
    {
        const int Size = 100;
        var (page, next) = Pager.Page(items, key, operation, input.Optional("NextToken"), Size, () => Invalid("NextToken"));
        var output = new List<XElement> { new(member, page.Select(item => new XElement("member", print(item)))) };
        if (next is not null)
            output.Add(new XElement("NextToken", next));
        return output;
    }
}
