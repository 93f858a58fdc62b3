using System.Globalization;
using Pulumi;
using Pulumi.Aws.CostExplorer;
using Pulumi.Aws.CostExplorer.Inputs;

namespace FinOps.Infra.Anomalies;

/// <summary>Declares the planned monitors and who is told of what they find.</summary>
public sealed class AnomalyDetection : ComponentResource
{
    /// <param name="topic">Where immediate alerts go; null when there are none.</param>
    public AnomalyDetection(string name, AnomalyPlan plan, Dictionary<string, string> tags, Output<string>? topic, ComponentResourceOptions? options = null)
        : base("finops:anomalies:AnomalyDetection", name, options)
    {
        var parent = new CustomResourceOptions { Parent = this };
        var monitors = new Dictionary<string, AnomalyMonitor>(StringComparer.Ordinal);
        foreach (var monitor in plan.Monitors)
        {
            var args = new AnomalyMonitorArgs { Name = $"finops-{monitor.Id}", MonitorType = monitor.Dimension is null ? "CUSTOM" : "DIMENSIONAL", Tags = tags };
            if (monitor.Dimension is { } dimension)
            {
                args.MonitorDimension = dimension;
            }

            if (monitor.Specification is { } specification)
            {
                args.MonitorSpecification = specification;
            }

            monitors.Add(monitor.Id, new AnomalyMonitor(monitor.Id, args, parent));
        }

        foreach (var subscription in plan.Subscriptions)
        {
            var args = new AnomalySubscriptionArgs
            {
                Name = $"finops-{subscription.Id}",
                Frequency = subscription.Frequency,
                // Both thresholds must be reached: one expression with two dimensions under And.
                ThresholdExpression = new AnomalySubscriptionThresholdExpressionArgs
                {
                    Ands =
                    {
                        new AnomalySubscriptionThresholdExpressionAndArgs { Dimension = AtLeast("ANOMALY_TOTAL_IMPACT_ABSOLUTE", subscription.MinimumUsd) },
                        new AnomalySubscriptionThresholdExpressionAndArgs { Dimension = AtLeast("ANOMALY_TOTAL_IMPACT_PERCENTAGE", subscription.MinimumPercent) },
                    },
                },
                Tags = tags,
            };
            foreach (var monitor in subscription.Monitors)
            {
                args.MonitorArnLists.Add(monitors[monitor].Arn);
            }

            if (subscription.Frequency == "IMMEDIATE")
            {
                args.Subscribers.Add(new AnomalySubscriptionSubscriberArgs { Type = "SNS", Address = topic! });
            }

            foreach (var email in subscription.Emails)
            {
                args.Subscribers.Add(new AnomalySubscriptionSubscriberArgs { Type = "EMAIL", Address = email });
            }

            _ = new AnomalySubscription(subscription.Id, args, parent);
        }

        RegisterOutputs();
    }

    private static AnomalySubscriptionThresholdExpressionAndDimensionArgs AtLeast(string key, decimal value) => new()
    {
        Key = key,
        MatchOptions = { "GREATER_THAN_OR_EQUAL" },
        Values = { value.ToString(CultureInfo.InvariantCulture) },
    };
}
