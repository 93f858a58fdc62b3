using Amazon.Common;

namespace Amazon.SimpleEmailV2;

public class AmazonSimpleEmailServiceV2Config : AwsServiceConfig
{
    internal static readonly AwsService Info = new(
        "SESv2", "ses", "2019-09-27", static (region, suffix) => $"email.{region}.{suffix}",
        TargetPrefix: null, AwsService.RestJson, GlobalRegion: null);

    public AmazonSimpleEmailServiceV2Config()
        : base(Info) { }

    public static new string ServiceId => Info.Id;
}
