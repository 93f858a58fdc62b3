using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Lambda;

/// <summary>Tags of functions, by ARN.</summary>
internal sealed class FunctionTags(LocalAwsEnvironment environment)
{
    public JsonNode List(RestCall call) => environment.Store.Read(session => new JsonObject
    {
        ["Tags"] = TagStore.ToMap(FunctionStore.Tags.Read(session, Arn(session, call))),
    });

    public JsonNode Tag(RestCall call)
    {
        environment.Store.Write(session => FunctionStore.Tags.Merge(session, Arn(session, call), call.Input.Map("Tags")));
        return new JsonObject();
    }

    public JsonNode Untag(RestCall call)
    {
        environment.Store.Write(session => FunctionStore.Tags.Remove(session, Arn(session, call), call.QueryAll("tagKeys")));
        return new JsonObject();
    }

    private static string Arn(StoreSession session, RestCall call) =>
        (string)FunctionStore.Require(session, call.Context, FunctionStore.Name(call.Context, call.Path("Resource"), null))["Configuration"]!["FunctionArn"]!;
}
