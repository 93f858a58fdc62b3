using FinOps.Infra.Access;
using FinOps.Infra.Optimization;
using FinOps.Infra.Settings;
using Pulumi;

namespace FinOps.Infra.CostData;

public sealed class CostDataPart() : StackPart<CostDataSettings>("costData")
{
    protected override Func<StackScope, ComponentResource>? Plan(CostDataSettings settings, StackFacts facts, SettingsProblems problems)
    {
        if (!settings.Enabled)
        {
            return null;
        }

        var plan = CostDataPlan.From(settings, facts, problems);
        return scope =>
        {
            var data = new CostDataStore("costData", plan, scope.Find<HubMembership>(), facts.Tags);
            scope.Outputs["costDataBucket"] = data.Bucket;
            scope.Outputs["costDataDatabase"] = data.Database;
            scope.Outputs["costDataWorkgroup"] = data.Workgroup;
            scope.Offer(new CostDataBucket(data.BucketArn));
            return data;
        };
    }
}
