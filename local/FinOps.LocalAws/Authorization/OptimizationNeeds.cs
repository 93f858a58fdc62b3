namespace FinOps.LocalAws.Authorization;

/// <summary>What IAM evaluates for what the advisors answer. Compute Optimizer also asks for the rights to see what it speaks of.</summary>
internal static class OptimizationNeeds
{
    public static IEnumerable<((string Service, string Operation) Key, Func<CallFacts, IEnumerable<AccessNeed>> Rule)> Rules =>
    [
        .. Needs("ce", "GetSavingsPlansCoverage"), .. Needs("ce", "GetSavingsPlansUtilization"), .. Needs("ce", "GetReservationCoverage"),
        .. Needs("ce", "GetReservationUtilization"), .. Needs("ce", "GetRightsizingRecommendation"), .. Needs("ce", "GetCostAndUsageWithResources"),
        .. Needs("cost-optimization-hub", "ListRecommendations"), .. Needs("cost-optimization-hub", "ListRecommendationSummaries"),
        .. Needs("compute-optimizer", "GetEC2InstanceRecommendations", "ec2:DescribeInstances"),
        .. Needs("compute-optimizer", "GetEBSVolumeRecommendations", "ec2:DescribeVolumes"),
        .. Needs("compute-optimizer", "GetLambdaFunctionRecommendations", "lambda:ListFunctions", "lambda:ListProvisionedConcurrencyConfigs"),
        .. Needs("compute-optimizer", "GetRDSDatabaseRecommendations", "rds:DescribeDBInstances", "rds:DescribeDBClusters"),
        .. Needs("compute-optimizer", "GetAutoScalingGroupRecommendations", "autoscaling:DescribeAutoScalingGroups", "autoscaling:DescribeAutoScalingInstances"),
        .. Needs("compute-optimizer", "GetIdleRecommendations"),
        .. Needs("trustedadvisor", "ListChecks"), .. Needs("trustedadvisor", "ListRecommendations"), .. Needs("trustedadvisor", "ListRecommendationResources"),
        .. Needs("trustedadvisor", "ListOrganizationRecommendations"), .. Needs("trustedadvisor", "ListOrganizationRecommendationResources"),
        .. Needs("support", "DescribeTrustedAdvisorChecks"), .. Needs("support", "DescribeTrustedAdvisorCheckResult"),
    ];

    private static IEnumerable<((string, string), Func<CallFacts, IEnumerable<AccessNeed>>)> Needs(string service, string operation, params string[] further) =>
        [((service, operation), _ => [.. further.Prepend($"{service}:{operation}").Select(action => new AccessNeed(action, "*"))])];
}
