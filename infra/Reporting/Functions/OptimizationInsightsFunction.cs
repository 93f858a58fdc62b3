using System.Globalization;
using FinOps.Infra.Permissions;

namespace FinOps.Infra.Reporting.Functions;

internal sealed class OptimizationInsightsFunction : IPlatformFunction
{
    public string Name => "optimization-insights";

    public bool StoresReports => true;

    /// <summary>
    /// Advisors know no resource-level permissions for these reads, so their statements stand on *. Compute Optimizer also asks for the rights to see what it
    /// speaks of.
    /// </summary>
    public FunctionDeclaration Declare(FunctionScope scope)
    {
        var settings = scope.Settings.OptimizationInsights;
        var environment = scope.ReportingEnvironment();
        environment.Add("FINOPS_OPTIMIZER_PLACES", settings.OptimizerPlaces.ToString(CultureInfo.InvariantCulture));
        environment.Add("FINOPS_MEASURED_RESOURCES", settings.MeasuredResources.ToString(CultureInfo.InvariantCulture));
        List<object> statements =
        [
            PolicyDocument.Allow("ReadHub", ["cost-optimization-hub:ListEnrollmentStatuses", "cost-optimization-hub:ListRecommendationSummaries", "cost-optimization-hub:ListRecommendations"], "*"),
            PolicyDocument.Allow("ReadCost", [.. CostReads(settings)], "*"),
            PolicyDocument.Allow(
                "ReadAdvisor",
                [
                    "support:DescribeTrustedAdvisorCheckResult", "support:DescribeTrustedAdvisorChecks", "trustedadvisor:ListChecks", "trustedadvisor:ListOrganizationRecommendationResources",
                    "trustedadvisor:ListOrganizationRecommendations", "trustedadvisor:ListRecommendationResources", "trustedadvisor:ListRecommendations",
                ],
                "*"),
            PolicyDocument.Allow("KnowOwners", ["organizations:ListTagsForResource"], $"arn:aws:organizations::{scope.Args.AccountId}:account/*"),
            scope.StoreReports(),
            scope.KnowWhatIsStored(),
            scope.MailReports(),
        ];
        if (settings.OptimizerPlaces > 0)
        {
            statements.Add(PolicyDocument.Allow(
                "ReadOptimizer",
                [
                    "autoscaling:DescribeAutoScalingGroups", "autoscaling:DescribeAutoScalingInstances", "compute-optimizer:GetAutoScalingGroupRecommendations",
                    "compute-optimizer:GetEBSVolumeRecommendations", "compute-optimizer:GetEC2InstanceRecommendations", "compute-optimizer:GetEnrollmentStatus",
                    "compute-optimizer:GetIdleRecommendations", "compute-optimizer:GetLambdaFunctionRecommendations", "compute-optimizer:GetRDSDatabaseRecommendations",
                    "ec2:DescribeInstances", "ec2:DescribeVolumes", "lambda:ListFunctions", "lambda:ListProvisionedConcurrencyConfigs", "rds:DescribeDBClusters", "rds:DescribeDBInstances",
                ],
                "*"));
        }

        return new FunctionDeclaration(Name, "Savings opportunities: what every advisor says, each resource once, ranked, with owners and a ledger.", settings.Schedule, statements, environment);
    }

    private static IEnumerable<string> CostReads(OptimizationInsightsSettings settings)
    {
        yield return "ce:GetCostAndUsage";
        if (settings.MeasuredResources > 0)
        {
            yield return "ce:GetCostAndUsageWithResources";
        }

        foreach (var question in new[] { "GetReservationCoverage", "GetReservationUtilization", "GetRightsizingRecommendation", "GetSavingsPlansCoverage", "GetSavingsPlansUtilization" })
        {
            yield return $"ce:{question}";
        }
    }
}
