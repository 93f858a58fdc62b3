using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Events;

/// <summary>Tags of rules.</summary>
internal sealed class RuleTagOperations(LocalAwsEnvironment environment)
{
    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("ListTagsForResource", (input, context) => environment.Store.Read(session =>
            new JsonObject { ["Tags"] = TagStore.ToList(EventStore.Tags.Read(session, Arn(session, input, context))) }));
        add("TagResource", (input, context) => Change(session => EventStore.Tags.Merge(session, Arn(session, input, context), EventStore.Tags.FromList(input.Objects("Tags")))));
        add("UntagResource", (input, context) => Change(session => EventStore.Tags.Remove(session, Arn(session, input, context), input.Strings("TagKeys"))));
    }

    private JsonObject Change(Action<StoreSession> change)
    {
        environment.Store.Write(change);
        return [];
    }

    private static string Arn(StoreSession session, JsonInput input, CallContext context)
    {
        var arn = input.Required("ResourceARN");
        EventStore.Require(session, context, arn[(arn.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        return arn;
    }
}
