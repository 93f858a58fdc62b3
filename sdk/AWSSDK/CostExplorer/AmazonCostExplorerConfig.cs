using Amazon.Common;

namespace Amazon.CostExplorer;

public class AmazonCostExplorerConfig : AwsServiceConfig
{
    internal static readonly AwsService Info = new(
        "Cost Explorer", "ce", "2017-10-25", static (region, suffix) => $"ce.{region}.{suffix}",
        "AWSInsightsIndexService", AwsService.Json11, "us-east-1");

    public AmazonCostExplorerConfig()
        : base(Info) { }

    public static new string ServiceId => Info.Id;
}
