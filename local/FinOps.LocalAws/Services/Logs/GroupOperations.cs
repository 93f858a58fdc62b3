using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Logs;

/// <summary>Log groups, their retention, their key and their tags.</summary>
internal sealed partial class GroupOperations(LocalAwsEnvironment environment)
{
    private static readonly long[] Retentions =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    private static readonly TagStore Tags = new("logs", LogsService.InvalidParameter, message => new("TooManyTagsException", message));

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("CreateLogGroup", Create);
        add("DescribeLogGroups", Describe);
        add("DeleteLogGroup", Delete);
        add("PutRetentionPolicy", (input, context) => Set(input, context, "retentionInDays", Retention(input)));
        add("DeleteRetentionPolicy", (input, context) => Set(input, context, "retentionInDays", null));
        add("AssociateKmsKey", (input, context) => Set(input, context, "kmsKeyId", Key(input) ?? throw input.Fault("kmsKeyId", "Member must not be null")));
        add("DisassociateKmsKey", (input, context) => Set(input, context, "kmsKeyId", null));
        add("ListTagsForResource", (input, context) => environment.Store.Read(session => new JsonObject
        {
            ["tags"] = TagStore.ToMap(Tags.Read(session, Resource(session, input, context))),
        }));
        add("TagResource", (input, context) => Tag(context, session => Tags.Merge(session, Resource(session, input, context), input.Map("tags"))));
        add("UntagResource", (input, context) => Tag(context, session => Tags.Remove(session, Resource(session, input, context), input.Strings("tagKeys"))));
        // The older names of the same, still sent by some clients.
        add("ListTagsLogGroup", (input, context) => environment.Store.Read(session => new JsonObject
        {
            ["tags"] = TagStore.ToMap(Tags.Read(session, TagKey(context.AccountId, Require(session, input, context)))),
        }));
    }

    private JsonObject Create(JsonInput input, CallContext context)
    {
        var name = input.Required("logGroupName", 512);
        if (!NamePattern().IsMatch(name))
            throw input.Fault("logGroupName", @"Member must satisfy regular expression pattern: [\.\-_/#A-Za-z0-9]+");
        var kind = input.OptionalOneOf("logGroupClass", "STANDARD", "INFREQUENT_ACCESS", "DELIVERY") ?? "STANDARD";
        var more = new JsonObject { ["logGroupClass"] = kind };
        if (Key(input) is { } key)
            more["kmsKeyId"] = key;
        environment.Store.Write(session =>
        {
            if (session.Get(LogStore.Groups(context.AccountId), name) is not null)
                throw new AwsError("ResourceAlreadyExistsException", "The specified log group already exists");
            LogStore.CreateGroup(session, context.AccountId, context.Region, name, context.Now, more);
            if (input.Map("tags") is { Count: > 0 } tags)
                Tags.Merge(session, TagKey(context.AccountId, name), tags);
        });
        return [];
    }

    private JsonObject Describe(JsonInput input, CallContext context)
    {
        var (prefix, pattern) = (input.Optional("logGroupNamePrefix"), input.Optional("logGroupNamePattern"));
        if (prefix is not null && pattern is not null)
            throw input.Invalid("LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
        var groups = environment.Store.List(LogStore.Groups(context.AccountId), prefix ?? "")
            .Where(group => pattern is null || group.Key.Contains(pattern, StringComparison.OrdinalIgnoreCase));
        var (page, next) = Pager.Page(groups, group => group.Key, $"DescribeLogGroups {prefix} {pattern}", input.Optional("nextToken"),
            input.Integer("limit", 50, 1, 50), () => LogsService.InvalidParameter("The specified nextToken is invalid."));
        var output = new JsonObject { ["logGroups"] = new JsonArray([.. page.Select(group => Print(group.Value))]) };
        if (next is not null)
            output["nextToken"] = next;
        return output;
    }

    private JsonObject Delete(JsonInput input, CallContext context)
    {
        environment.Store.Write(session =>
        {
            var name = Require(session, input, context);
            LogStore.DeleteGroup(session, context.AccountId, name);
            Tags.Forget(session, TagKey(context.AccountId, name));
        });
        return [];
    }

    private JsonObject Set(JsonInput input, CallContext context, string member, JsonNode? value)
    {
        environment.Store.Write(session =>
        {
            var name = Require(session, input, context);
            var group = session.Get(LogStore.Groups(context.AccountId), name)!;
            group.Remove(member);
            if (value is not null)
                group[member] = value;
            session.Put(LogStore.Groups(context.AccountId), name, group);
        });
        return [];
    }

    private static string? Key(JsonInput input) => input.Optional("kmsKeyId", 256) switch
    {
        null => null,
        var arn when arn.StartsWith("arn:", StringComparison.Ordinal) => arn,
        _ => throw LogsService.InvalidParameter("The specified KMS key is no ARN."),
    };

    private static long Retention(JsonInput input)
    {
        var days = input.OptionalLong("retentionInDays") ?? throw input.Fault("retentionInDays", "Member must not be null");
        return Retentions.Contains(days)
            ? days
            : throw input.Fault("retentionInDays", $"Member must satisfy enum value set: [{string.Join(", ", Retentions)}]");
    }

    private JsonObject Tag(CallContext context, Action<StoreSession> change)
    {
        environment.Store.Write(change);
        return [];
    }

    private static JsonObject Print(JsonObject group)
    {
        var printed = (JsonObject)group.DeepClone();
        printed["storedBytes"] = 0;
        printed["metricFilterCount"] = 0;
        printed["logGroupClass"] ??= "STANDARD";
        return printed;
    }

    private static string Require(StoreSession session, JsonInput input, CallContext context)
    {
        var name = input.Required("logGroupName", 512);
        return session.Get(LogStore.Groups(context.AccountId), name) is not null ? name : throw LogsService.NotFound("log group");
    }

    private static string Resource(StoreSession session, JsonInput input, CallContext context)
    {
        var arn = input.Required("resourceArn", 1011);
        var name = arn.Split(':') is [_, _, "logs", _, var account, "log-group", var group, ..] && account == context.AccountId ? group : "";
        return session.Get(LogStore.Groups(context.AccountId), name) is not null ? TagKey(context.AccountId, name) : throw LogsService.NotFound("resource");
    }

    private static string TagKey(string account, string name) => $"{account}/{name}";

    [GeneratedRegex(@"^[.\-_/#A-Za-z0-9]+\z")]
    private static partial Regex NamePattern();
}
