using FinOps.Infra.Settings;
using Pulumi;

namespace FinOps.Infra.Alerts;

public sealed class AlertsPart() : StackPart<AlertsSettings>("alerts")
{
    protected override Func<StackScope, ComponentResource>? Plan(AlertsSettings settings, StackFacts facts, SettingsProblems problems)
    {
        if (!settings.Topic)
        {
            foreach (var (key, isSet) in new[] { ("emails", settings.Emails.Count > 0), ("slack", settings.Slack is not null), ("teams", settings.Teams is not null) })
            {
                if (isSet)
                {
                    problems.At(key).Add("a listener without a topic", "topic: true", "Set topic: true, or remove it.");
                }
            }

            return null;
        }

        return scope =>
        {
            var alerts = new CostAlerts("alerts", settings, facts);
            scope.Offer(new AlertTopic(alerts.TopicArn));
            scope.Outputs["alertTopic"] = alerts.TopicArn;
            return alerts;
        };
    }
}
