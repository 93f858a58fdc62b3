using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.CloudWatch;

/// <summary>Where alarms and dashboards are kept: alarms by account and region, dashboards by account alone, both keyed by name.</summary>
internal static class CloudWatchStore
{
    public static readonly TagStore Tags = new("cloudwatch", CloudWatchErrors.Invalid);

    public static string Alarms(CallContext context) => $"cloudwatch/alarms/{context.AccountId}/{context.Region}";

    public static string Dashboards(CallContext context) => $"cloudwatch/dashboards/{context.AccountId}";

    public static string AlarmArn(CallContext context, string name) => $"arn:aws:cloudwatch:{context.Region}:{context.AccountId}:alarm:{name}";

    public static string DashboardArn(CallContext context, string name) => $"arn:aws:cloudwatch::{context.AccountId}:dashboard/{name}";

    /// <summary>The ARN that a tag call names, when there is such an alarm.</summary>
    public static string TaggedArn(StoreSession session, JsonInput input, CallContext context)
    {
        var arn = input.Required("ResourceARN", 1_024);
        var name = arn.Split(':', 7) is [.., "alarm", var last] ? last : "";
        return session.Get(Alarms(context), name) is not null && arn == AlarmArn(context, name) ? arn : throw CloudWatchErrors.NoResource(arn);
    }
}
