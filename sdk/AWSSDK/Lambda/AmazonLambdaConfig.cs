using Amazon.Common;

namespace Amazon.Lambda;

public class AmazonLambdaConfig : AwsServiceConfig
{
    internal static readonly AwsService Info = new(
        "Lambda", "lambda", "2015-03-31", static (region, suffix) => $"lambda.{region}.{suffix}",
        TargetPrefix: null, AwsService.RestJson, GlobalRegion: null);

    public AmazonLambdaConfig()
        : base(Info) { }

    public static new string ServiceId => Info.Id;
}
