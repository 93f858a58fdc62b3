using FinOps.Infra.Reporting.Functions;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

namespace FinOps.Infra.Reporting.Operations;

/// <summary>The alarms that tell the ops topic, and the dashboard.</summary>
public sealed class PlatformOperations : ComponentResource
{
    private const int PeriodSeconds = 300;

    /// <param name="topicArn">Whom the alarms tell; null for no alarms.</param>
    internal PlatformOperations(string name, ReportingPlatformArgs args, IReadOnlyList<FunctionDeclaration> functions, Output<string>? topicArn, ComponentResourceOptions? options = null)
        : base("finops:reporting:PlatformOperations", name, options)
    {
        var parent = new CustomResourceOptions { Parent = this };
        var alarms = topicArn is null ? [] : PlatformAlarms.Of(args, functions).Select(alarm => Declare(alarm, topicArn, args, parent)).ToList();
        if (args.Settings.Operations.Dashboard)
        {
            _ = new Dashboard("operations", new DashboardArgs
            {
                DashboardName = OperationsDashboard.Name(args.StackName),
                DashboardBody = Output.All(alarms).Apply(arns => OperationsDashboard.Body(args, [.. functions.Select(function => function.FunctionName)], arns)),
            }, parent);
        }

        RegisterOutputs();
    }

    private static Output<string> Declare(Alarm alarm, Output<string> topic, ReportingPlatformArgs args, CustomResourceOptions parent)
    {
        var inputs = new MetricAlarmArgs
        {
            Name = alarm.Name,
            AlarmDescription = alarm.Description,
            Namespace = alarm.Metric.Namespace,
            MetricName = alarm.Metric.Name,
            Dimensions = { { alarm.Dimension.Name, alarm.Dimension.Value } },
            Statistic = alarm.Statistic,
            Threshold = alarm.Threshold,
            AlarmActions = { topic },
            Tags = args.Tags,
        };
        if (alarm.Watch is { } watch)
        {
            // Lambda reports no zeros: a function that does not run has no figures at all.
            inputs.ComparisonOperator = "LessThanThreshold";
            inputs.TreatMissingData = "breaching";
            inputs.Period = RunWatch.PeriodSeconds;
            inputs.EvaluationPeriods = watch.Hours;
            inputs.WarmUpConfiguration = new MetricAlarmWarmUpConfigurationArgs { WarmUpPeriodDurationInMinutes = watch.WarmUpMinutes };
        }
        else
        {
            inputs.ComparisonOperator = "GreaterThanOrEqualToThreshold";
            inputs.TreatMissingData = "notBreaching";
            inputs.Period = PeriodSeconds;
            inputs.EvaluationPeriods = 1;
        }

        return new MetricAlarm(alarm.Name, inputs, parent).Arn;
    }
}
