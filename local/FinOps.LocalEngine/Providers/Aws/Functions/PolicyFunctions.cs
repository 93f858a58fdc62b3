using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Functions;

/// <summary>The policies of the organization, and which of them stand on one root, unit or account.</summary>
internal static class PolicyFunctions
{
    public static Task<PropertyMap> GetPoliciesAsync(AwsSession aws, PropertyMap arguments, CancellationToken cancellationToken) =>
        IdsAsync(aws, "ListPolicies", arguments, [], cancellationToken);

    public static Task<PropertyMap> GetPoliciesForTargetAsync(AwsSession aws, PropertyMap arguments, CancellationToken cancellationToken) =>
        IdsAsync(aws, "ListPoliciesForTarget", arguments, new JsonObject { ["TargetId"] = arguments.RequiredText("targetId") }, cancellationToken);

    public static async Task<PropertyMap> GetPolicyAsync(AwsSession aws, PropertyMap arguments, CancellationToken cancellationToken)
    {
        var answer = await aws.JsonAsync(AwsApi.Organizations, "DescribePolicy", new JsonObject { ["PolicyId"] = arguments.RequiredText("policyId") }, cancellationToken);
        var (policy, summary) = (answer["Policy"]!, answer["Policy"]!["PolicySummary"]!);
        return PropertyMap.Of(
            ("id", (string)summary["Id"]!),
            ("policyId", (string)summary["Id"]!),
            ("arn", (string)summary["Arn"]!),
            ("name", (string)summary["Name"]!),
            ("description", (string?)summary["Description"] ?? ""),
            ("type", (string)summary["Type"]!),
            ("awsManaged", (bool)summary["AwsManaged"]!),
            ("content", (string)policy["Content"]!));
    }

    private static async Task<PropertyMap> IdsAsync(AwsSession aws, string operation, PropertyMap arguments, JsonObject input, CancellationToken cancellationToken)
    {
        var filter = arguments.RequiredText("filter");
        input["Filter"] = filter;
        var policies = await aws.PagesAsync(AwsApi.Organizations, operation, input, "Policies", cancellationToken);
        var ids = PropertyValue.Of(policies.Select(policy => PropertyValue.Of((string)policy["Id"]!)));
        return arguments.Set("id", arguments.TextOf("targetId") ?? filter).Set("ids", ids);
    }
}
