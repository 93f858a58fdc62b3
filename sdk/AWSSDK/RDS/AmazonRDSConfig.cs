using Amazon.Common;

namespace Amazon.RDS;

public class AmazonRDSConfig : AwsServiceConfig
{
    internal static readonly AwsService Info = new(
        "RDS", "rds", "2014-10-31", static (region, suffix) => $"rds.{region}.{suffix}",
        TargetPrefix: null, AwsService.Query, GlobalRegion: null);

    public AmazonRDSConfig()
        : base(Info) { }

    public static new string ServiceId => Info.Id;
}
