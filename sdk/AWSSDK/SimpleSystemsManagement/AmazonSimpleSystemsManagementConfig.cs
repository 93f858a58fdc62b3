using Amazon.Common;

namespace Amazon.SimpleSystemsManagement;

public class AmazonSimpleSystemsManagementConfig : AwsServiceConfig
{
    internal static readonly AwsService Info = new(
        "SSM", "ssm", "2014-11-06", static (region, suffix) => $"ssm.{region}.{suffix}",
        "AmazonSSM", AwsService.Json11, GlobalRegion: null);

    public AmazonSimpleSystemsManagementConfig()
        : base(Info) { }

    public static new string ServiceId => Info.Id;
}
