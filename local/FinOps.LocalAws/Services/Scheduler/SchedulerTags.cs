using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Scheduler;

/// <summary>Tags of schedule groups; schedules themselves have none.</summary>
internal sealed class SchedulerTags(LocalAwsEnvironment environment)
{
    public JsonNode List(RestCall call) => environment.Store.Read(session => new JsonObject
    {
        ["Tags"] = TagStore.ToList(ScheduleStore.Tags.Read(session, Arn(session, call))),
    });

    public JsonNode Tag(RestCall call)
    {
        var tags = ScheduleStore.Tags.FromList(call.Input.Objects("Tags"));
        environment.Store.Write(session => ScheduleStore.Tags.Merge(session, Arn(session, call), tags));
        return new JsonObject();
    }

    public JsonNode Untag(RestCall call)
    {
        environment.Store.Write(session => ScheduleStore.Tags.Remove(session, Arn(session, call), call.QueryAll("TagKeys")));
        return new JsonObject();
    }

    private static string Arn(StoreSession session, RestCall call)
    {
        var arn = call.Path("ResourceArn");
        var prefix = ScheduleStore.GroupArn(call.Context, "");
        if (!arn.StartsWith(prefix, StringComparison.Ordinal))
            throw SchedulerErrors.NotFound($"The resource {arn}");
        ScheduleStore.RequireGroup(session, call.Context, arn[prefix.Length..]);
        return arn;
    }
}
