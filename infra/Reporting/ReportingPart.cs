using FinOps.Infra.Access;
using FinOps.Infra.Alerts;
using FinOps.Infra.Members;
using FinOps.Infra.Reporting.Functions;
using FinOps.Infra.Settings;
using Pulumi;

namespace FinOps.Infra.Reporting;

public sealed class ReportingPart() : StackPart<ReportingSettings>("reporting")
{
    protected override Func<StackScope, ComponentResource>? Plan(ReportingSettings settings, StackFacts facts, SettingsProblems problems) => scope =>
    {
        var access = AccessPlan.Find(facts);
        var reporting = new ReportingPlatform("reporting", new ReportingPlatformArgs(
            settings,
            facts.StackName,
            facts.AccountId,
            facts.Region,
            $"finops-{facts.StackName}-reports-{facts.AccountId}",
            facts.PackagePath,
            facts.Tags)
        {
            Members = MemberAccess.Find(facts),
            AlertTopic = scope.Find<AlertTopic>()?.Arn,
            BucketStatement = access is { Settings.ReadersOnly: true } ? arn => access.ReadersOnly(arn, PlatformFunctions.Writers) : null,
        });
        scope.Outputs["reportBucket"] = reporting.BucketName;
        scope.Outputs["costAnalyzer"] = reporting.Functions["cost-analyzer"].Arn;
        scope.Outputs["functions"] = reporting.Functions.Values.Select(function => function.Name).ToList();
        scope.Offer(new ReportsBucket(reporting.BucketArn));
        foreach (var (name, output) in new[] { ("operationsTopic", reporting.OperationsTopic), ("chatWebhookParameter", reporting.ChatWebhookParameter) })
        {
            if (output is not null)
            {
                scope.Outputs[name] = output;
            }
        }

        scope.Offer(new OfferedTagActivator(reporting.Functions["tag-activator"].Name));
        return reporting;
    };
}
