using System.Globalization;
using Pulumi;
using Pulumi.Aws.CostExplorer;
using Pulumi.Aws.CostExplorer.Inputs;

namespace FinOps.Infra.Anomalies;

/// <summary>One AWS-managed monitor over all services and the subscription that mails what it finds.</summary>
public sealed class AnomalyDetection : ComponentResource
{
    public AnomalyDetection(string name, AnomaliesSettings settings, Dictionary<string, string> tags, ComponentResourceOptions? options = null)
        : base("finops:anomalies:AnomalyDetection", name, options)
    {
        var parent = new CustomResourceOptions { Parent = this };
        var monitor = new AnomalyMonitor("services", new AnomalyMonitorArgs
        {
            Name = "finops-services",
            MonitorType = "DIMENSIONAL",
            MonitorDimension = "SERVICE",
            Tags = tags,
        }, parent);

        var subscription = new AnomalySubscriptionArgs
        {
            Name = "finops-services",
            Frequency = settings.Frequency,
            MonitorArnLists = { monitor.Arn },
            // Both thresholds must be reached: one expression with two dimensions under And.
            ThresholdExpression = new AnomalySubscriptionThresholdExpressionArgs
            {
                Ands =
                {
                    new AnomalySubscriptionThresholdExpressionAndArgs { Dimension = AtLeast("ANOMALY_TOTAL_IMPACT_ABSOLUTE", settings.MinimumUsd) },
                    new AnomalySubscriptionThresholdExpressionAndArgs { Dimension = AtLeast("ANOMALY_TOTAL_IMPACT_PERCENTAGE", settings.MinimumPercent) },
                },
            },
            Tags = tags,
        };
        foreach (var email in settings.Emails)
        {
            subscription.Subscribers.Add(new AnomalySubscriptionSubscriberArgs { Type = "EMAIL", Address = email });
        }

        _ = new AnomalySubscription("services", subscription, parent);
        RegisterOutputs();
    }

    private static AnomalySubscriptionThresholdExpressionAndDimensionArgs AtLeast(string key, decimal value) => new()
    {
        Key = key,
        MatchOptions = { "GREATER_THAN_OR_EQUAL" },
        Values = { value.ToString(CultureInfo.InvariantCulture) },
    };
}
