using Amazon.Common;

namespace Amazon.Organizations;

public class AmazonOrganizationsConfig : AwsServiceConfig
{
    internal static readonly AwsService Info = new(
        "Organizations", "organizations", "2016-11-28", static (region, suffix) => $"organizations.{region}.{suffix}",
        "AWSOrganizationsV20161128", AwsService.Json11, "us-east-1");

    public AmazonOrganizationsConfig()
        : base(Info) { }

    public static new string ServiceId => Info.Id;
}
