using Amazon.Common;

namespace Amazon.ResourceGroupsTaggingAPI;

public class AmazonResourceGroupsTaggingAPIConfig : AwsServiceConfig
{
    internal static readonly AwsService Info = new(
        "Resource Groups Tagging API", "tagging", "2017-01-26", static (region, suffix) => $"tagging.{region}.{suffix}",
        "ResourceGroupsTaggingAPI_20170126", AwsService.Json11, GlobalRegion: null);

    public AmazonResourceGroupsTaggingAPIConfig()
        : base(Info) { }

    public static new string ServiceId => Info.Id;
}
