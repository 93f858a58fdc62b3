using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Scheduler;

/// <summary>EventBridge Scheduler: groups and schedules are kept and answered; no schedule fires here.</summary>
internal sealed class SchedulerService : RestJsonServiceBase
{
    public SchedulerService(LocalAwsEnvironment environment)
        : base("scheduler")
    {
        var groups = new GroupOperations(environment);
        var schedules = new ScheduleOperations(environment);
        var tags = new SchedulerTags(environment);
        Add("CreateScheduleGroup", "POST", "/schedule-groups/{Name}", groups.Create);
        Add("GetScheduleGroup", "GET", "/schedule-groups/{Name}", groups.Get);
        Add("DeleteScheduleGroup", "DELETE", "/schedule-groups/{Name}", groups.Delete);
        Add("ListScheduleGroups", "GET", "/schedule-groups", groups.List);
        Add("CreateSchedule", "POST", "/schedules/{Name}", schedules.Create);
        Add("GetSchedule", "GET", "/schedules/{Name}", schedules.Get);
        Add("UpdateSchedule", "PUT", "/schedules/{Name}", schedules.Update);
        Add("DeleteSchedule", "DELETE", "/schedules/{Name}", schedules.Delete);
        Add("ListSchedules", "GET", "/schedules", schedules.List);
        Add("ListTagsForResource", "GET", "/tags/{ResourceArn}", tags.List);
        Add("TagResource", "POST", "/tags/{ResourceArn}", tags.Tag);
        Add("UntagResource", "DELETE", "/tags/{ResourceArn}", tags.Untag);
    }

    protected override AwsError Invalid(string message) => SchedulerErrors.Invalid(message);
}
