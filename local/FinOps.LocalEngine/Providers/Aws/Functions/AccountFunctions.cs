using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Functions;

internal static class AccountFunctions
{
    /// <summary>AWS's own names of the regions that are open by default; another region is described by its code.</summary>
    private static readonly Dictionary<string, string> _regions = new(StringComparer.Ordinal)
    {
        ["ap-northeast-1"] = "Asia Pacific (Tokyo)",
        ["ap-northeast-2"] = "Asia Pacific (Seoul)",
        ["ap-northeast-3"] = "Asia Pacific (Osaka)",
        ["ap-south-1"] = "Asia Pacific (Mumbai)",
        ["ap-southeast-1"] = "Asia Pacific (Singapore)",
        ["ap-southeast-2"] = "Asia Pacific (Sydney)",
        ["ca-central-1"] = "Canada (Central)",
        ["eu-central-1"] = "Europe (Frankfurt)",
        ["eu-north-1"] = "Europe (Stockholm)",
        ["eu-west-1"] = "Europe (Ireland)",
        ["eu-west-2"] = "Europe (London)",
        ["eu-west-3"] = "Europe (Paris)",
        ["sa-east-1"] = "South America (Sao Paulo)",
        ["us-east-1"] = "US East (N. Virginia)",
        ["us-east-2"] = "US East (Ohio)",
        ["us-west-1"] = "US West (N. California)",
        ["us-west-2"] = "US West (Oregon)",
    };

    public static async Task<PropertyMap> GetCallerIdentityAsync(AwsSession aws, PropertyMap arguments, CancellationToken cancellationToken)
    {
        var identity = await aws.IdentityAsync(cancellationToken);
        return PropertyMap.Of(("accountId", identity.AccountId), ("arn", identity.Arn), ("id", identity.AccountId), ("userId", identity.UserId));
    }

    public static Task<PropertyMap> GetPartitionAsync(AwsSession aws, PropertyMap arguments, CancellationToken cancellationToken)
    {
        var partition = AwsSession.PartitionOf(aws.Region);
        var isChina = partition == "aws-cn";
        return Task.FromResult(PropertyMap.Of(
            ("id", partition),
            ("partition", partition),
            ("dnsSuffix", isChina ? "amazonaws.com.cn" : "amazonaws.com"),
            ("reverseDnsPrefix", isChina ? "cn.com.amazonaws" : "com.amazonaws")));
    }

    public static Task<PropertyMap> GetRegionAsync(AwsSession aws, PropertyMap arguments, CancellationToken cancellationToken)
    {
        var endpoint = arguments.TextOf("endpoint")?.Split('.');
        var region = arguments.TextOf("region") ?? arguments.TextOf("name") ?? (endpoint is [_, var named, ..] ? named : aws.Region);
        return Task.FromResult(PropertyMap.Of(
            ("id", region),
            ("name", region),
            ("region", region),
            ("endpoint", $"ec2.{region}.amazonaws.com"),
            ("description", _regions.GetValueOrDefault(region, region))));
    }
}
