using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Infra.Allocation;
using FinOps.Infra.Anomalies;
using FinOps.Infra.Budgets;
using FinOps.Infra.Governance;
using FinOps.Infra.Organization;
using FinOps.Infra.Reporting;
using FinOps.Infra.Settings;
using Pulumi;

namespace FinOps.Infra;

/// <summary>The whole stack: what the organization is, what the config asks for, and the components that follow from both.</summary>
public static class FinOpsStack
{
    /// <summary>Where building this project leaves the published function.</summary>
    public const string PackagePath = "../artifacts/lambda/finops-functions";

    /// <returns>The stack's outputs.</returns>
    /// <exception cref="ProblemException">The config and the organization do not fit; nothing is registered then.</exception>
    public static async Task<IDictionary<string, object?>> DeclareAsync(FinOpsSettings settings, TagStandard standard, string region, string packagePath)
    {
        var file = $"Pulumi.{Deployment.Instance.StackName}.yaml";
        OwnTags.Check(settings.Tags, standard, file);
        var owner = OwnTags.AllocationKey(standard);
        var organization = await OrganizationModel.DiscoverAsync();
        var plan = BudgetPlan.From(settings.Budgets, organization, file);
        var tags = settings.Tags.ToDictionary();

        _ = new BudgetTree("budgets", new BudgetTreeArgs(plan, settings.Budgets, tags));
        _ = new AnomalyDetection("anomalies", settings.Anomalies, tags);
        _ = new CostAllocation("allocation", standard, owner, tags);
        _ = new TagGovernance("governance", standard, organization.RootId, tags);
        var reporting = new ReportingPlatform("reporting", new ReportingPlatformArgs(
            settings.Reporting,
            organization.ManagementAccountId,
            region,
            $"finops-{Deployment.Instance.StackName}-reports-{organization.ManagementAccountId}",
            packagePath,
            tags));

        return new Dictionary<string, object?>
        {
            ["organizationId"] = organization.Id,
            ["accounts"] = organization.Accounts.Count,
            ["reportBucket"] = reporting.BucketName,
            ["costAnalyzer"] = reporting.FunctionArn,
        };
    }
}
