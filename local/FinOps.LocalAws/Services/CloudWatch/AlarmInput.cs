using System.Text.Json.Nodes;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.CloudWatch;

/// <summary>Checks an alarm of one metric, or of metric math, as CloudWatch does, and completes it with its defaults.</summary>
internal static class AlarmInput
{
    /// <summary>The longest time an alarm looks back, in seconds: seven days.</summary>
    private const long LongestRange = 604_800;

    /// <summary>The longest for periods below an hour, in seconds: one day.</summary>
    private const long LongestShortRange = 86_400;

    /// <summary>In minutes: two days.</summary>
    private const int LongestWarmUp = 2_880;

    private const int MostActions = 5;

    private static readonly string[] OfOneMetric = ["MetricName", "Namespace", "Statistic", "ExtendedStatistic", "Dimensions", "Period", "Unit"];

    private static readonly string[] Others =
        ["AlarmDescription", "EvaluationPeriods", "DatapointsToAlarm", "ComparisonOperator", "TreatMissingData", "EvaluateLowSampleCountPercentile", "Metrics", "ThresholdMetricId", "WarmUpConfiguration"];

    private static readonly string[] Actions = ["OKActions", "AlarmActions", "InsufficientDataActions"];

    public static JsonObject Read(JsonInput input)
    {
        if (input.Has("EvaluationCriteria"))
            throw CloudWatchErrors.Invalid("This endpoint keeps alarms of metrics and metric math; it has no PromQL alarms.");
        input.Optional("AlarmDescription", 1_024);
        input.OneOf("ComparisonOperator", "GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold",
            "LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold");
        input.OptionalOneOf("TreatMissingData", "breaching", "notBreaching", "ignore", "missing");
        var count = input.OptionalLong("EvaluationPeriods", 1) ?? throw input.Fault("EvaluationPeriods", "Member must not be null");
        if (input.OptionalLong("DatapointsToAlarm", 1) > count)
            throw CloudWatchErrors.Combination("DatapointsToAlarm must be less than or equal to EvaluationPeriods");
        if (input.Has("MetricName") == input.Has("Metrics"))
            throw CloudWatchErrors.Combination("Exactly one of MetricName and Metrics must be specified");
        if (input.Has("MetricName"))
            CheckMetric(input, count);
        if (input.OptionalObject("WarmUpConfiguration") is { } warmUp && warmUp.OptionalLong("WarmUpPeriodDurationInMinutes", 1, LongestWarmUp) is null)
            throw warmUp.Fault("WarmUpPeriodDurationInMinutes", "Member must not be null");
        var alarm = new JsonObject { ["ActionsEnabled"] = input.Flag("ActionsEnabled", fallback: true) };
        foreach (var member in Others.Concat(OfOneMetric))
            if (input.Has(member))
                alarm[member] = input.Body[member]!.DeepClone();
        if (input.OptionalDecimal("Threshold") is { } threshold)
            alarm["Threshold"] = threshold;
        else if (!input.Has("ThresholdMetricId"))
            throw CloudWatchErrors.Missing("Threshold is required for an alarm of a static threshold");
        if (!input.Has("Metrics"))
            alarm["Dimensions"] ??= new JsonArray();
        foreach (var member in Actions)
            alarm[member] = Targets(input, member);
        return alarm;
    }

    private static void CheckMetric(JsonInput input, long count)
    {
        input.Required("MetricName", 255);
        input.Required("Namespace", 255);
        if (input.Has("Statistic") == input.Has("ExtendedStatistic"))
            throw CloudWatchErrors.Combination("Exactly one of Statistic and ExtendedStatistic must be specified");
        input.OptionalOneOf("Statistic", "SampleCount", "Average", "Sum", "Minimum", "Maximum");
        foreach (var dimension in input.Objects("Dimensions"))
            (_, _) = (dimension.Required("Name", 255), dimension.Required("Value", 1_024));
        var period = input.OptionalLong("Period", 1) ?? throw CloudWatchErrors.Missing("Period is required for an alarm of a metric");
        if (period is not (10 or 20 or 30) && period % 60 != 0)
            throw CloudWatchErrors.Invalid($"Period {period} must be 10, 20, 30 or a multiple of 60");
        var longest = period < 3_600 ? LongestShortRange : LongestRange;
        if (period * count > longest)
            throw CloudWatchErrors.Invalid($"Metrics cannot be checked across more than {longest} seconds (EvaluationPeriods * Period must be <= {longest})");
    }

    private static JsonArray Targets(JsonInput input, string member)
    {
        var targets = input.Strings(member);
        if (targets.Count > MostActions)
            throw input.Fault(member, $"Member must have length less than or equal to {MostActions}");
        return targets.All(target => target.StartsWith("arn:", StringComparison.Ordinal))
            ? [.. targets.Select(target => JsonValue.Create(target))]
            : throw CloudWatchErrors.Invalid($"Invalid arn syntax in {member}");
    }
}
