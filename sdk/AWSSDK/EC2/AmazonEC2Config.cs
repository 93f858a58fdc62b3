using Amazon.Common;

namespace Amazon.EC2;

public class AmazonEC2Config : AwsServiceConfig
{
    internal static readonly AwsService Info = new(
        "EC2", "ec2", "2016-11-15", static (region, suffix) => $"ec2.{region}.{suffix}",
        TargetPrefix: null, AwsService.Query, GlobalRegion: null);

    public AmazonEC2Config()
        : base(Info) { }

    public static new string ServiceId => Info.Id;
}
