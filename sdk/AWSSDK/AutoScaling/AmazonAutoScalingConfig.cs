using Amazon.Common;

namespace Amazon.AutoScaling;

public class AmazonAutoScalingConfig : AwsServiceConfig
{
    internal static readonly AwsService Info = new(
        "Auto Scaling", "autoscaling", "2011-01-01", static (region, suffix) => $"autoscaling.{region}.{suffix}",
        TargetPrefix: null, AwsService.Query, GlobalRegion: null);

    public AmazonAutoScalingConfig()
        : base(Info) { }

    public static new string ServiceId => Info.Id;
}
