using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Scheduler;

/// <summary>Schedules, kept as they were given after their checks.</summary>
internal sealed class ScheduleOperations(LocalAwsEnvironment environment)
{
    public JsonNode Create(RestCall call) => Save(call, exists: false);

    public JsonNode Update(RestCall call) => Save(call, exists: true);

    public JsonNode Get(RestCall call) => environment.Store.Read(session =>
        Require(session, call, call.Query("groupName") ?? ScheduleStore.DefaultGroup));

    public JsonNode Delete(RestCall call)
    {
        var group = call.Query("groupName") ?? ScheduleStore.DefaultGroup;
        environment.Store.Write(session =>
        {
            Require(session, call, group);
            session.Delete(ScheduleStore.Schedules(call.Context), $"{group}/{call.Path("Name")}");
        });
        return new JsonObject();
    }

    public JsonNode List(RestCall call)
    {
        var (group, state) = (call.Query("ScheduleGroup"), call.Query("State"));
        var schedules = environment.Store.List(ScheduleStore.Schedules(call.Context), group is null ? "" : $"{group}/")
            .Where(schedule => state is null || (string?)schedule.Value["State"] == state);
        return ScheduleStore.Page(call, $"ListSchedules {group} {state}", "Schedules", schedules, schedule => new JsonObject
        {
            ["Name"] = (string?)schedule.Value["Name"],
            ["Arn"] = (string?)schedule.Value["Arn"],
            ["GroupName"] = (string?)schedule.Value["GroupName"],
            ["State"] = (string?)schedule.Value["State"],
            ["CreationDate"] = (long)schedule.Value["CreationDate"]!,
            ["LastModificationDate"] = (long)schedule.Value["LastModificationDate"]!,
            ["Target"] = new JsonObject { ["Arn"] = (string?)schedule.Value["Target"]!["Arn"] },
        });
    }

    private JsonObject Save(RestCall call, bool exists)
    {
        var (context, name) = (call.Context, ScheduleStore.CheckName(call.Path("Name")));
        return environment.Store.Write(session =>
        {
            var schedule = ScheduleInput.Read(call.Input, session, context);
            var group = (string)schedule["GroupName"]!;
            ScheduleStore.RequireGroup(session, context, group);
            var key = $"{group}/{name}";
            var standing = session.Get(ScheduleStore.Schedules(context), key);
            if (exists && standing is null)
                throw SchedulerErrors.NotFound($"Schedule {name}");
            if (!exists && standing is not null)
                throw SchedulerErrors.Conflict($"Schedule {name}");
            var arn = ScheduleStore.ScheduleArn(context, group, name);
            schedule["Name"] = name;
            schedule["Arn"] = arn;
            schedule["CreationDate"] = (long?)standing?["CreationDate"] ?? context.Now.ToUnixTimeSeconds();
            schedule["LastModificationDate"] = context.Now.ToUnixTimeSeconds();
            session.Put(ScheduleStore.Schedules(context), key, schedule);
            return new JsonObject { ["ScheduleArn"] = arn };
        });
    }

    private static JsonObject Require(StoreSession session, RestCall call, string group) =>
        session.Get(ScheduleStore.Schedules(call.Context), $"{group}/{call.Path("Name")}") ?? throw SchedulerErrors.NotFound($"Schedule {call.Path("Name")}");
}
