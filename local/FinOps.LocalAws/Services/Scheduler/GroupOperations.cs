using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Scheduler;

/// <summary>Schedule groups; deleting one deletes its schedules.</summary>
internal sealed class GroupOperations(LocalAwsEnvironment environment)
{
    public JsonNode Create(RestCall call)
    {
        var (context, name) = (call.Context, ScheduleStore.CheckName(call.Path("Name")));
        var arn = ScheduleStore.GroupArn(context, name);
        var tags = ScheduleStore.Tags.FromList(call.Input.Objects("Tags"));
        environment.Store.Write(session =>
        {
            var group = new JsonObject
            {
                ["Name"] = name,
                ["Arn"] = arn,
                ["State"] = "ACTIVE",
                ["CreationDate"] = context.Now.ToUnixTimeSeconds(),
                ["LastModificationDate"] = context.Now.ToUnixTimeSeconds(),
            };
            if (name == ScheduleStore.DefaultGroup || !session.Add(ScheduleStore.Groups(context), name, group))
                throw SchedulerErrors.Conflict($"Schedule group {name}");
            ScheduleStore.Tags.Merge(session, arn, tags);
        });
        return new JsonObject { ["ScheduleGroupArn"] = arn };
    }

    public JsonNode Get(RestCall call) => environment.Store.Read(session => ScheduleStore.RequireGroup(session, call.Context, call.Path("Name")));

    public JsonNode Delete(RestCall call)
    {
        var name = call.Path("Name");
        if (name == ScheduleStore.DefaultGroup)
            throw SchedulerErrors.Invalid("The default schedule group cannot be deleted.");
        environment.Store.Write(session =>
        {
            ScheduleStore.RequireGroup(session, call.Context, name);
            foreach (var schedule in session.List(ScheduleStore.Schedules(call.Context), $"{name}/"))
                session.Delete(ScheduleStore.Schedules(call.Context), schedule.Key);
            session.Delete(ScheduleStore.Groups(call.Context), name);
            ScheduleStore.Tags.Forget(session, ScheduleStore.GroupArn(call.Context, name));
        });
        return new JsonObject();
    }

    public JsonNode List(RestCall call)
    {
        var groups = environment.Store.Read(session =>
        {
            var own = session.List(ScheduleStore.Groups(call.Context));
            return own.Append(new Storage.StoredItem(ScheduleStore.DefaultGroup, ScheduleStore.RequireGroup(session, call.Context, ScheduleStore.DefaultGroup))).ToList();
        });
        return ScheduleStore.Page(call, "ListScheduleGroups", "ScheduleGroups", groups, group => group.Value);
    }
}
