using FinOps.Infra.Alerts;
using FinOps.Infra.Settings;
using Pulumi;

namespace FinOps.Infra.Anomalies;

public sealed class AnomaliesPart() : StackPart<AnomaliesSettings>("anomalies")
{
    protected override Func<StackScope, ComponentResource>? Plan(AnomaliesSettings settings, StackFacts facts, SettingsProblems problems)
    {
        var plan = AnomalyPlan.From(settings, facts, problems);
        return scope => new AnomalyDetection("anomalies", plan, facts.Tags, scope.Find<AlertTopic>()?.Arn);
    }
}
