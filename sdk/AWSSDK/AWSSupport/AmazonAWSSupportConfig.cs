using Amazon.Common;

namespace Amazon.AWSSupport;

public class AmazonAWSSupportConfig : AwsServiceConfig
{
    internal static readonly AwsService Info = new(
        "Support", "support", "2013-04-15", static (region, suffix) => $"support.{region}.{suffix}",
        "AWSSupport_20130415", AwsService.Json11, "us-east-1");

    public AmazonAWSSupportConfig()
        : base(Info) { }

    public static new string ServiceId => Info.Id;
}
