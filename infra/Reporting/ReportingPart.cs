using FinOps.Infra.Settings;
using Pulumi;

namespace FinOps.Infra.Reporting;

public sealed class ReportingPart() : StackPart<ReportingSettings>("reporting")
{
    protected override Func<StackScope, ComponentResource>? Plan(ReportingSettings settings, StackFacts facts, SettingsProblems problems) => scope =>
    {
        var reporting = new ReportingPlatform("reporting", new ReportingPlatformArgs(
            settings,
            facts.AccountId,
            facts.Region,
            $"finops-{facts.StackName}-reports-{facts.AccountId}",
            facts.PackagePath,
            facts.Tags));
        scope.Outputs["reportBucket"] = reporting.BucketName;
        scope.Outputs["costAnalyzer"] = reporting.FunctionArn;
        scope.Offer(new TagActivatorFunction(reporting.TagActivator));
        return reporting;
    };
}
