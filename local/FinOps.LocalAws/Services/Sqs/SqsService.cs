using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Sqs;

/// <summary>SQS queues with attributes and tags. No messages: nothing here sends or receives any.</summary>
internal sealed partial class SqsService : JsonServiceBase
{
    private static readonly TagStore Tags = new("sqs", message => Error("InvalidAttributeValue", message));

    private readonly LocalAwsEnvironment _environment;

    public SqsService(LocalAwsEnvironment environment)
        : base("sqs", "AmazonSQS", "1.0")
    {
        _environment = environment;
        Add("CreateQueue", Create);
        Add("GetQueueUrl", GetUrl);
        Add("ListQueues", List);
        Add("GetQueueAttributes", GetAttributes);
        Add("SetQueueAttributes", SetAttributes);
        Add("DeleteQueue", Delete);
        Add("ListQueueTags", (input, context) => _environment.Store.Read(session => new JsonObject
        {
            ["Tags"] = TagStore.ToMap(Tags.Read(session, TagKey(context, Require(session, input, context).Name))),
        }));
        Add("TagQueue", (input, context) => Change(session => Tags.Merge(session, TagKey(context, Require(session, input, context).Name), input.Map("Tags"))));
        Add("UntagQueue", (input, context) => Change(session => Tags.Remove(session, TagKey(context, Require(session, input, context).Name), input.Strings("TagKeys"))));
    }

    protected override AwsError Invalid(string message) => Error("InvalidAttributeValue", message);

    private static AwsError Error(string code, string message, string? queryCode = null) => new(code, message) { QueryCode = queryCode ?? code };

    private static AwsError NoQueue() => Error("QueueDoesNotExist", "The specified queue does not exist.", "AWS.SimpleQueueService.NonExistentQueue");

    private static string Collection(CallContext context) => $"sqs/queues/{context.AccountId}/{context.Region}";

    private static string TagKey(CallContext context, string name) => $"{context.AccountId}/{context.Region}/{name}";

    private string Url(CallContext context, string name) => $"{_environment.Url.OriginalString}/{context.AccountId}/{name}";

    private JsonObject Create(JsonInput input, CallContext context)
    {
        var name = input.Required("QueueName");
        var attributes = input.Map("Attributes");
        if (!NamePattern().IsMatch(name) || name.EndsWith(".fifo", StringComparison.Ordinal) != (attributes.GetValueOrDefault("FifoQueue") == "true"))
            throw Error("InvalidParameterValue", "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length; a FIFO queue's name, and only that, ends with .fifo.");
        var given = QueueAttributes.Check(attributes, isNew: true);
        _environment.Store.Write(session =>
        {
            if (session.Get(Collection(context), name) is { } standing)
            {
                // The same again is answered with the queue that stands; anything else is a name taken.
                if (given.Any(pair => (string?)standing["Attributes"]![pair.Key] != pair.Value))
                    throw Error("QueueNameExists", "A queue already exists with the same name and a different value for an attribute.", "QueueAlreadyExists");
                return;
            }
            session.Put(Collection(context), name, new JsonObject
            {
                ["Attributes"] = new JsonObject(given.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
                ["Created"] = context.Now.ToUnixTimeSeconds(),
                ["Modified"] = context.Now.ToUnixTimeSeconds(),
            });
            Tags.Merge(session, TagKey(context, name), input.Map("tags"));
        });
        return new JsonObject { ["QueueUrl"] = Url(context, name) };
    }

    private JsonObject GetUrl(JsonInput input, CallContext context)
    {
        var name = input.Required("QueueName");
        return _environment.Store.Get(Collection(context), name) is not null
            ? new JsonObject { ["QueueUrl"] = Url(context, name) }
            : throw NoQueue();
    }

    private JsonObject List(JsonInput input, CallContext context)
    {
        var (page, next) = Pager.Page(_environment.Store.List(Collection(context), input.Optional("QueueNamePrefix") ?? ""), item => item.Key, "ListQueues",
            input.Optional("NextToken"), input.Integer("MaxResults", 1000, 1, 1000), () => Error("InvalidParameterValue", "Invalid NextToken."));
        var output = new JsonObject();
        if (page.Count > 0)
            output["QueueUrls"] = new JsonArray([.. page.Select(item => (JsonNode)Url(context, item.Key))]);
        if (next is not null)
            output["NextToken"] = next;
        return output;
    }

    private JsonObject GetAttributes(JsonInput input, CallContext context)
    {
        var (name, queue) = _environment.Store.Read(session => Require(session, input, context));
        var all = QueueAttributes.All(queue, $"arn:aws:sqs:{context.Region}:{context.AccountId}:{name}");
        var wanted = input.Strings("AttributeNames");
        if (wanted.FirstOrDefault(each => each != "All" && !QueueAttributes.IsKnown(each)) is { } unknown)
            throw Error("InvalidAttributeName", $"Unknown Attribute {unknown}.");
        return new JsonObject
        {
            ["Attributes"] = new JsonObject(all.Where(pair => wanted.Contains("All") || wanted.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        };
    }

    private JsonObject SetAttributes(JsonInput input, CallContext context)
    {
        var given = QueueAttributes.Check(input.Map("Attributes"), isNew: false);
        return Change(session =>
        {
            var (name, queue) = Require(session, input, context);
            var attributes = queue["Attributes"]!.AsObject();
            foreach (var (key, value) in given)
                // An empty policy takes the policy away.
                if (value.Length == 0)
                    attributes.Remove(key);
                else
                    attributes[key] = value;
            queue["Modified"] = context.Now.ToUnixTimeSeconds();
            session.Put(Collection(context), name, queue);
        });
    }

    private JsonObject Delete(JsonInput input, CallContext context) => Change(session =>
    {
        var (name, _) = Require(session, input, context);
        session.Delete(Collection(context), name);
        Tags.Forget(session, TagKey(context, name));
    });

    private JsonObject Change(Action<StoreSession> change)
    {
        _environment.Store.Write(change);
        return [];
    }

    // The port in the URL may be that of an earlier start; account and name are what counts.
    private static (string Name, JsonObject Queue) Require(StoreSession session, JsonInput input, CallContext context)
    {
        var parts = input.Required("QueueUrl").Split('/');
        var name = parts[^1];
        return parts.Length > 1 && parts[^2] == context.AccountId && session.Get(Collection(context), name) is { } queue ? (name, queue) : throw NoQueue();
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,80}\z|^[A-Za-z0-9_-]{1,75}\.fifo\z")]
    private static partial Regex NamePattern();
}
