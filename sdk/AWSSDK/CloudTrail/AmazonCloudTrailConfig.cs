using Amazon.Common;

namespace Amazon.CloudTrail;

public class AmazonCloudTrailConfig : AwsServiceConfig
{
    internal static readonly AwsService Info = new(
        "CloudTrail", "cloudtrail", "2013-11-01", static (region, suffix) => $"cloudtrail.{region}.{suffix}",
        "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101", AwsService.Json11, null);

    public AmazonCloudTrailConfig()
        : base(Info) { }

    public static new string ServiceId => Info.Id;
}
