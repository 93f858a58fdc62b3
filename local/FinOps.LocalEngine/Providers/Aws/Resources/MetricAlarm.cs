using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:cloudwatch/metricAlarm:MetricAlarm; the id is the name. Putting an alarm replaces the one of that name.</summary>
internal sealed class MetricAlarm(AwsSession aws) : IResourceHandler
{
    private static readonly JsonShape _shape = new(("okActions", "OKActions"), ("evaluateLowSampleCountPercentiles", "EvaluateLowSampleCountPercentile"));

    private static readonly string[] _definition =
    [
        "actionsEnabled", "alarmActions", "alarmDescription", "comparisonOperator", "datapointsToAlarm", "evaluateLowSampleCountPercentiles", "evaluationPeriods",
        "extendedStatistic", "insufficientDataActions", "metricName", "namespace", "okActions", "period", "statistic", "threshold", "thresholdMetricId", "treatMissingData", "unit", "warmUpConfiguration",
    ];

    private static readonly JsonShape _answer = new(
        ("okActions", "OKActions"), ("evaluateLowSampleCountPercentiles", "EvaluateLowSampleCountPercentile"), ("metricQueries", "Metrics"), ("metric", "MetricStat"));

    private static readonly PropertyMap _defaults = Applied.ParseDefaults("""{"actionsEnabled":true,"treatMissingData":"missing","metricQueries":[{"returnData":true}]}""");

    public PropertyMap Defaults(ResourceCall call) => _defaults;

    public Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken) => UpdateAsync(call, cancellationToken);

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        if (call.Inputs.Find("evaluationCriteria") is ObjectValue)
            throw AwsFailures.NotApplied(call, "an alarm of a PromQL query", "Watch a metric or metric math, or deploy with the Pulumi CLI.");
        var name = call.Inputs.RequiredText("name");
        var alarm = _shape.Object(call.Inputs, _definition);
        alarm["AlarmName"] = name;
        // The keys of the map are names of dimensions and keep their case.
        if (call.Inputs.TextMapOf("dimensions") is { Count: > 0 } dimensions)
            alarm["Dimensions"] = Dimensions(dimensions);
        if (call.Inputs.ObjectsOf("metricQueries") is { Count: > 0 } queries)
            alarm["Metrics"] = new JsonArray([.. queries.Select(Query)]);
        await SendAsync(call, "PutMetricAlarm", alarm, cancellationToken);
        var arn = await ArnAsync(call, name, cancellationToken);
        if (call.TagsToSet.Count > 0)
            await SendAsync(call, "TagResource", new JsonObject { ["ResourceARN"] = arn, ["Tags"] = JsonShape.Tags(call.TagsToSet) }, cancellationToken);
        if (call.TagsToRemove.Count > 0)
            await SendAsync(call, "UntagResource", new JsonObject { ["ResourceARN"] = arn, ["TagKeys"] = JsonShape.Texts(call.TagsToRemove) }, cancellationToken);
        return Applied.Of(name, ("arn", arn));
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        SendAsync(call, "DeleteAlarms", new JsonObject { ["AlarmNames"] = new JsonArray(call.Id) }, cancellationToken).Unless("ResourceNotFound");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var live = await SendAsync(call, "DescribeAlarms", new JsonObject { ["AlarmNames"] = new JsonArray(call.Id) }, cancellationToken);
        if ((live["MetricAlarms"] as JsonArray)?.FirstOrDefault() is not JsonObject alarm)
            return null;
        var told = AnswerReader.Read(call, Flat(alarm), _answer, ["dimensions", "metricQueries", .. _definition]);
        var arn = (string)alarm["AlarmArn"]!;
        var tags = await SendAsync(call, "ListTagsForResource", new JsonObject { ["ResourceARN"] = arn }, cancellationToken);
        return Applied.Of(call.Id, ("arn", arn)).Reading(told, LiveTags.OfList(tags["Tags"]));
    }

    /// <summary>The provider has a query's metric and statistic in one structure, the API a metric inside a statistic.</summary>
    private static JsonObject Flat(JsonObject alarm)
    {
        var flat = (JsonObject)alarm.DeepClone();
        foreach (var statistic in (flat["Metrics"] as JsonArray ?? []).Select(query => query!["MetricStat"]).OfType<JsonObject>())
        {
            foreach (var (name, value) in ((JsonObject)statistic["Metric"]!).ToList())
                statistic[name] = value?.DeepClone();
        }

        return flat;
    }

    private static JsonArray Dimensions(IReadOnlyDictionary<string, string> dimensions) =>
        [.. dimensions.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => new JsonObject { ["Name"] = each.Key, ["Value"] = each.Value })];

    private static JsonObject Query(PropertyMap query)
    {
        var result = JsonShape.Plain.Object(query, "accountId", "expression", "id", "label", "period", "returnData");
        if (query.ObjectOf("metric") is { } metric)
        {
            var stat = JsonShape.Plain.Object(metric, "period", "stat", "unit");
            stat["Metric"] = JsonShape.Plain.Object(metric, "metricName", "namespace");
            stat["Metric"]!["Dimensions"] = Dimensions(metric.TextMapOf("dimensions"));
            result["MetricStat"] = stat;
        }

        return result;
    }

    private async Task<string> ArnAsync(ResourceCall call, string name, CancellationToken cancellationToken) =>
        $"arn:{AwsSession.PartitionOf(call.Region)}:cloudwatch:{call.Region}:{(await aws.IdentityAsync(cancellationToken)).AccountId}:alarm:{name}";

    private Task<JsonObject> SendAsync(ResourceCall call, string operation, JsonObject input, CancellationToken cancellationToken) =>
        aws.JsonAsync(AwsApi.CloudWatch, operation, input, cancellationToken, call.Region);
}
