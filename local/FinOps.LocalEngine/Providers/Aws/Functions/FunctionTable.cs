using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Functions;

/// <summary>The functions that are answered, each through the API.</summary>
internal static class FunctionTable
{
    private static readonly Dictionary<string, Func<AwsSession, PropertyMap, CancellationToken, Task<PropertyMap>>> _functions = new(StringComparer.Ordinal)
    {
        ["aws:costexplorer/getTags:getTags"] = CostExplorerFunctions.GetTagsAsync,
        ["aws:index/getCallerIdentity:getCallerIdentity"] = AccountFunctions.GetCallerIdentityAsync,
        ["aws:index/getPartition:getPartition"] = AccountFunctions.GetPartitionAsync,
        ["aws:index/getRegion:getRegion"] = AccountFunctions.GetRegionAsync,
        ["aws:organizations/getOrganization:getOrganization"] = OrganizationFunctions.GetOrganizationAsync,
        ["aws:organizations/getOrganizationalUnitChildAccounts:getOrganizationalUnitChildAccounts"] = OrganizationFunctions.GetChildAccountsAsync,
        ["aws:organizations/getOrganizationalUnitDescendantAccounts:getOrganizationalUnitDescendantAccounts"] = OrganizationFunctions.GetDescendantAccountsAsync,
        ["aws:organizations/getOrganizationalUnits:getOrganizationalUnits"] = OrganizationFunctions.GetOrganizationalUnitsAsync,
        ["aws:organizations/getPolicies:getPolicies"] = PolicyFunctions.GetPoliciesAsync,
        ["aws:organizations/getPoliciesForTarget:getPoliciesForTarget"] = PolicyFunctions.GetPoliciesForTargetAsync,
        ["aws:organizations/getPolicy:getPolicy"] = PolicyFunctions.GetPolicyAsync,
        ["aws:resourcegroupstaggingapi/getResources:getResources"] = TaggingFunctions.GetResourcesAsync,
        ["aws:ssoadmin/getInstances:getInstances"] = SsoFunctions.GetInstancesAsync,
    };

    public static Task<PropertyMap> InvokeAsync(AwsSession aws, string token, PropertyMap arguments, CancellationToken cancellationToken) =>
        _functions.TryGetValue(token, out var function)
            ? function(aws, arguments, cancellationToken)
            : throw AwsFailures.FunctionNotAnswered(token, _functions.Keys.Order(StringComparer.Ordinal));
}
