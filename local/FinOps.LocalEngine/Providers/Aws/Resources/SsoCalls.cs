using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>What the types of IAM Identity Center share: their ids begin with the permission set's ARN and the instance's.</summary>
internal static class SsoCalls
{
    public static JsonObject Target(string id) => new() { ["PermissionSetArn"] = id.Split(',')[0], ["InstanceArn"] = id.Split(',')[1] };

    public static JsonObject Resource(string id, params (string Name, JsonNode? Value)[] more)
    {
        var input = new JsonObject { ["ResourceArn"] = id.Split(',')[0], ["InstanceArn"] = id.Split(',')[1] };
        foreach (var (name, value) in more)
            input[name] = value;
        return input;
    }

    /// <summary>What changed in a permission set reaches its accounts only when it is provisioned.</summary>
    public static Task ProvisionAsync(AwsSession aws, ResourceCall call, string id, CancellationToken cancellationToken)
    {
        var input = Target(id);
        input["TargetType"] = "ALL_PROVISIONED_ACCOUNTS";
        return aws.JsonAsync(AwsApi.SsoAdmin, "ProvisionPermissionSet", input, cancellationToken, call.Region);
    }
}
