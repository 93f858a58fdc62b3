using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Functions;

internal static class SsoFunctions
{
    public static async Task<PropertyMap> GetInstancesAsync(AwsSession aws, PropertyMap arguments, CancellationToken cancellationToken)
    {
        var answer = await aws.JsonAsync(AwsApi.SsoAdmin, "ListInstances", [], cancellationToken);
        var instances = answer["Instances"]!.AsArray();
        return PropertyMap.Of(
            ("id", aws.Region),
            ("arns", PropertyValue.Of(instances.Select(instance => PropertyValue.Of((string)instance!["InstanceArn"]!)))),
            ("identityStoreIds", PropertyValue.Of(instances.Select(instance => PropertyValue.Of((string)instance!["IdentityStoreId"]!)))));
    }
}
