using FinOps.Infra.Settings;
using Pulumi;

namespace FinOps.Infra.Audit;

public sealed class AuditPart() : StackPart<AuditSettings>("audit")
{
    protected override Func<StackScope, ComponentResource>? Plan(AuditSettings settings, StackFacts facts, SettingsProblems problems)
    {
        if (!settings.Enabled)
        {
            return null;
        }

        var plan = AuditPlan.From(settings, facts.StackName, facts.Region, problems);
        return scope =>
        {
            var trail = new AuditTrail("audit", plan, settings, facts);
            scope.Outputs["auditTopics"] = trail.TopicArns;
            return trail;
        };
    }
}
