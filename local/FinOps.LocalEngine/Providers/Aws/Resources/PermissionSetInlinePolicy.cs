using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy; the id is <c>permissionSetArn,instanceArn</c>.</summary>
internal sealed class PermissionSetInlinePolicy(AwsSession aws) : IResourceHandler
{
    public Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken) => UpdateAsync(call, cancellationToken);

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var id = $"{call.Inputs.RequiredText("permissionSetArn")},{call.Inputs.RequiredText("instanceArn")}";
        var input = SsoCalls.Target(id);
        input["InlinePolicy"] = PolicyDocument.Text(call.Inputs.Find("inlinePolicy"));
        await SendAsync(call, "PutInlinePolicyToPermissionSet", input, cancellationToken);
        await SsoCalls.ProvisionAsync(aws, call, id, cancellationToken);
        return Applied.Of(id);
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        SendAsync(call, "DeleteInlinePolicyFromPermissionSet", SsoCalls.Target(call.Id), cancellationToken).Unless("ResourceNotFound");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var answer = SendAsync(call, "GetInlinePolicyForPermissionSet", SsoCalls.Target(call.Id), cancellationToken);
        return await answer.Unless("ResourceNotFound") && (string?)(await answer)["InlinePolicy"] is { Length: > 0 } policy
            ? Applied.Of(call.Id).Reading(PropertyMap.Of(("inlinePolicy", policy)))
            : null;
    }

    private Task<JsonObject> SendAsync(ResourceCall call, string operation, JsonObject input, CancellationToken cancellationToken) =>
        aws.JsonAsync(AwsApi.SsoAdmin, operation, input, cancellationToken, call.Region);
}
