using Amazon.Common;

namespace Amazon.TrustedAdvisor;

public class AmazonTrustedAdvisorConfig : AwsServiceConfig
{
    internal static readonly AwsService Info = new(
        "TrustedAdvisor", "trustedadvisor", "2022-09-15", static (region, _) => $"trustedadvisor.{region}.api.aws",
        TargetPrefix: null, AwsService.RestJson, GlobalRegion: null);

    public AmazonTrustedAdvisorConfig()
        : base(Info) { }

    public static new string ServiceId => Info.Id;
}
