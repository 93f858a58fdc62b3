using Amazon.Common;

namespace Amazon.ResourceExplorer2;

public class AmazonResourceExplorer2Config : AwsServiceConfig
{
    internal static readonly AwsService Info = new(
        "Resource Explorer 2", "resource-explorer-2", "2022-07-28", static (region, suffix) => $"resource-explorer-2.{region}.{suffix}",
        TargetPrefix: null, AwsService.RestJson, GlobalRegion: null);

    public AmazonResourceExplorer2Config()
        : base(Info) { }

    public static new string ServiceId => Info.Id;
}
