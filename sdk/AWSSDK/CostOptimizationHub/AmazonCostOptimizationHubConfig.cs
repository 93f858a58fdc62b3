using Amazon.Common;

namespace Amazon.CostOptimizationHub;

public class AmazonCostOptimizationHubConfig : AwsServiceConfig
{
    internal static readonly AwsService Info = new(
        "Cost Optimization Hub", "cost-optimization-hub", "2022-07-26", static (region, suffix) => $"cost-optimization-hub.{region}.{suffix}",
        "CostOptimizationHubService", AwsService.Json10, "us-east-1");

    public AmazonCostOptimizationHubConfig()
        : base(Info) { }

    public static new string ServiceId => Info.Id;
}
