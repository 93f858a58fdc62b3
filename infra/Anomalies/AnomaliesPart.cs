using FinOps.Infra.Settings;
using Pulumi;

namespace FinOps.Infra.Anomalies;

public sealed class AnomaliesPart() : StackPart<AnomaliesSettings>("anomalies")
{
    protected override Func<StackScope, ComponentResource>? Plan(AnomaliesSettings settings, StackFacts facts, SettingsProblems problems) =>
        _ => new AnomalyDetection("anomalies", settings, facts.Tags);
}
