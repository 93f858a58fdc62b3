using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.CloudWatch;

/// <summary>Alarms of metrics: put, describe, delete.</summary>
internal sealed class AlarmOperations(LocalAwsEnvironment environment)
{
    private static readonly JsonPage Page = new(100, Size: "MaxRecords");

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("PutMetricAlarm", Put);
        add("DescribeAlarms", Describe);
        add("DeleteAlarms", Delete);
    }

    private JsonObject Put(JsonInput input, CallContext context)
    {
        var name = input.Required("AlarmName", 255);
        var alarm = AlarmInput.Read(input);
        var (arn, now) = (CloudWatchStore.AlarmArn(context, name), context.Now.ToUnixTimeSeconds());
        var tags = CloudWatchStore.Tags.FromList(input.Objects("Tags"));
        environment.Store.Write(session =>
        {
            var standing = session.Get(CloudWatchStore.Alarms(context), name);
            alarm["AlarmName"] = name;
            alarm["AlarmArn"] = arn;
            alarm["AlarmConfigurationUpdatedTimestamp"] = now;
            alarm["StateValue"] = (string?)standing?["StateValue"] ?? "INSUFFICIENT_DATA";
            alarm["StateReason"] = (string?)standing?["StateReason"] ?? "Unchecked: Initial alarm creation";
            alarm["StateUpdatedTimestamp"] = (long?)standing?["StateUpdatedTimestamp"] ?? now;
            session.Put(CloudWatchStore.Alarms(context), name, alarm);
            // Tags of an alarm that stands are left as they are: AWS ignores them in an update.
            if (standing is null)
                CloudWatchStore.Tags.Merge(session, arn, tags);
        });
        return [];
    }

    private JsonObject Describe(JsonInput input, CallContext context)
    {
        var (names, prefix, state, action) = (input.Strings("AlarmNames"), input.Optional("AlarmNamePrefix"), input.Optional("StateValue"), input.Optional("ActionPrefix"));
        if (names.Count > 0 && prefix is not null)
            throw CloudWatchErrors.Combination("AlarmNames and AlarmNamePrefix are mutually exclusive");
        var types = input.Strings("AlarmTypes");
        var found = environment.Store.List(CloudWatchStore.Alarms(context), prefix ?? "").Select(item => item.Value)
            .Where(_ => types.Count == 0 || types.Contains("MetricAlarm"))
            .Where(alarm => names.Count == 0 || names.Contains((string)alarm["AlarmName"]!))
            .Where(alarm => state is null || (string?)alarm["StateValue"] == state)
            .Where(alarm => action is null || alarm["AlarmActions"]!.AsArray().Any(target => ((string)target!).StartsWith(action, StringComparison.Ordinal)));
        var output = Page.Of(input, $"DescribeAlarms {prefix} {state} {action}", "MetricAlarms", found, alarm => (string)alarm["AlarmName"]!, alarm => alarm.DeepClone());
        output["CompositeAlarms"] = new JsonArray();
        return output;
    }

    /// <summary>All or none: a name that is none deletes nothing.</summary>
    private JsonObject Delete(JsonInput input, CallContext context)
    {
        environment.Store.Write(session =>
        {
            foreach (var name in input.Strings("AlarmNames"))
            {
                if (!session.Delete(CloudWatchStore.Alarms(context), name))
                    throw CloudWatchErrors.NoAlarm(name);
                CloudWatchStore.Tags.Forget(session, CloudWatchStore.AlarmArn(context, name));
            }
        });
        return [];
    }
}
