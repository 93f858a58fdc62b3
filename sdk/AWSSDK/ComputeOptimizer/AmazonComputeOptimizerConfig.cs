using Amazon.Common;

namespace Amazon.ComputeOptimizer;

public class AmazonComputeOptimizerConfig : AwsServiceConfig
{
    internal static readonly AwsService Info = new(
        "Compute Optimizer", "compute-optimizer", "2019-11-01", static (region, suffix) => $"compute-optimizer.{region}.{suffix}",
        "ComputeOptimizerService", AwsService.Json10, GlobalRegion: null);

    public AmazonComputeOptimizerConfig()
        : base(Info) { }

    public static new string ServiceId => Info.Id;
}
