using System.Text.Json.Nodes;

namespace FinOps.Infra.Audit;

/// <summary>Everything that is watched.</summary>
internal static class AuditRules
{
    /// <param name="prefix">What the names of the audit trail's own rules begin with.</param>
    public static IReadOnlyList<AuditRule> All(string prefix) =>
    [
        new("budgets", "A budget, its alerts or its actions were changed or deleted.", "budgets", true,
            ["DeleteBudget", "UpdateBudget", "DeleteNotification", "UpdateNotification", "DeleteSubscriber", "UpdateSubscriber", "DeleteBudgetAction", "UpdateBudgetAction"]),
        // An account that is moved loses the policies of its unit without any policy being touched.
        new("policies", "An organization policy was detached, changed or deleted, its type or a trusted service disabled, or an account moved.", "organizations", true,
            ["DetachPolicy", "DeletePolicy", "UpdatePolicy", "DisablePolicyType", "DisableAWSServiceAccess", "DeregisterDelegatedAdministrator", "MoveAccount"]),
        new("tag-keys", "A cost allocation tag key was deactivated.", "ce", true, ["UpdateCostAllocationTagsStatus"])
        {
            Request = About("costAllocationTagsStatus", new JsonObject { ["status"] = new JsonArray("Inactive") }),
        },
        new("anomalies", "An anomaly monitor or subscription was changed or deleted.", "ce", true,
            ["DeleteAnomalyMonitor", "UpdateAnomalyMonitor", "DeleteAnomalySubscription", "UpdateAnomalySubscription"]),
        new("categories", "A cost category was changed or deleted.", "ce", true, ["DeleteCostCategoryDefinition", "UpdateCostCategoryDefinition"]),
        new("exports", "An export of cost data was changed or stopped.", "bcm-data-exports", true, ["DeleteExport", "UpdateExport"]),
        new("config-rules", "A Config rule of the organization was changed or deleted.", "config", false, ["DeleteOrganizationConfigRule", "PutOrganizationConfigRule"]),
        new("buckets", "A bucket of FinOps was deleted or its policy changed; without its policy, exports to it stop.", "s3", false,
            ["DeleteBucket", "DeleteBucketPolicy", "PutBucketPolicy"]) { Request = Named("bucketName") },
        new("schedules", "A schedule of FinOps was changed, disabled or deleted.", "scheduler", false, ["DeleteSchedule", "UpdateSchedule", "DeleteScheduleGroup"]) { Request = Named("name") },
        new("functions", "A function of FinOps was deleted or throttled.", "lambda", false, ["DeleteFunction20150331", "PutFunctionConcurrency20171031"]) { Request = Functions() },
        new("alarms", "An alarm on the functions of FinOps was changed, silenced or deleted.", "monitoring", false, ["DeleteAlarms", "DisableAlarmActions", "PutMetricAlarm"])
        {
            Request = Any(About("alarmNames", Prefix("finops-")), About("alarmName", Prefix("finops-"))),
        },
        new("dead-letters", "The queue of failed runs was changed, emptied or deleted.", "sqs", false, ["DeleteQueue", "PurgeQueue", "SetQueueAttributes"])
        {
            Request = About("queueUrl", Wildcard("*/finops-*")),
        },
        new("members", "The roles of FinOps in member accounts were changed or taken away.", "cloudformation", false,
            ["DeleteStackSet", "DeleteStackInstances", "UpdateStackSet", "UpdateStackInstances"]) { Request = Named("stackSetName") },
        new("watch", "The audit trail itself was changed.", "events", false, ["DisableRule", "DeleteRule", "RemoveTargets", "PutRule", "PutTargets"])
        {
            Request = Any(About("name", Prefix(prefix)), About("rule", Prefix(prefix))),
        },
        new("topic", "A topic of FinOps was changed or deleted; the audit trail's is one.", "sns", false, ["DeleteTopic", "SetTopicAttributes", "RemovePermission"])
        {
            Request = About("topicArn", Wildcard("*:finops-*")),
        },
        new("trail", "CloudTrail, which tells all of this, was stopped or narrowed.", "cloudtrail", false, ["StopLogging", "DeleteTrail", "UpdateTrail", "PutEventSelectors"]),
    ];

    private static JsonObject About(string parameter, JsonNode pattern) => new() { ["requestParameters"] = new JsonObject { [parameter] = pattern } };

    private static JsonObject Any(params JsonNode[] requests) => new() { ["$or"] = new JsonArray(requests) };

    private static JsonArray Wildcard(string pattern) => new(new JsonObject { ["wildcard"] = pattern });

    private static JsonArray Prefix(string prefix) => new(new JsonObject { ["prefix"] = prefix });

    private static JsonObject Named(string parameter) => About(parameter, Prefix("finops"));

    /// <summary>Lambda takes a name or an ARN, and CloudTrail writes what it was given.</summary>
    private static JsonObject Functions() =>
        About("functionName", new JsonArray(new JsonObject { ["prefix"] = "finops-" }, new JsonObject { ["wildcard"] = "arn:*:function:finops-*" }));
}
