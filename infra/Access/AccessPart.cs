using FinOps.Infra.Settings;
using Pulumi;
using Pulumi.Aws.SsoAdmin;

namespace FinOps.Infra.Access;

public sealed class AccessPart() : AskingStackPart<AccessSettings>("access")
{
    protected override async Task<Func<StackScope, ComponentResource>?> PlanAsync(AccessSettings settings, StackFacts facts, SettingsProblems problems)
    {
        if (AccessPlan.Find(facts) is not { } plan)
        {
            return null;
        }

        plan.Check(facts.StackName, problems);
        var instance = settings.Group is null ? null : (await GetInstances.InvokeAsync()).Arns.FirstOrDefault();
        if (settings.Group is not null && instance is null)
        {
            problems.At("group").Add("a group, but no IAM Identity Center in this region", "an Identity Center of the organization", "Turn it on, set aws:region to its region, or name principals instead.", "FIN1272");
        }

        return scope =>
        {
            var buckets = new[] { scope.Find<ReportsBucket>()?.Arn, scope.Find<CostDataBucket>()?.Arn }.OfType<Output<string>>();
            var readers = new ReaderAccess("access", plan, instance, Output.All(buckets), facts.Tags);
            scope.Outputs["readers"] = readers.Arn;
            return readers;
        };
    }
}
