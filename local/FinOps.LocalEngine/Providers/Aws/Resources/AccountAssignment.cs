using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:ssoadmin/accountAssignment:AccountAssignment; the id is <c>principalId,principalType,targetId,targetType,permissionSetArn,instanceArn</c>. Every change replaces it.</summary>
internal sealed class AccountAssignment(AwsSession aws) : IResourceHandler
{
    private static readonly string[] Members = ["principalId", "principalType", "targetId", "targetType", "permissionSetArn", "instanceArn"];

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        await SendAsync(call, "CreateAccountAssignment", JsonShape.Plain.Object(call.Inputs, Members), cancellationToken);
        return Applied.Of(string.Join(',', Members.Select(member => call.Inputs.RequiredText(member))));
    }

    public Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken) => CreateAsync(call, cancellationToken);

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        SendAsync(call, "DeleteAccountAssignment", JsonShape.Plain.Object(call.Inputs, Members), cancellationToken).Unless("ResourceNotFound");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        if (call.Id.Split(',') is not [var principal, var type, var account, _, var set, var instance])
            return null;
        var input = new JsonObject { ["AccountId"] = account, ["PermissionSetArn"] = set, ["InstanceArn"] = instance };
        var answer = SendAsync(call, "ListAccountAssignments", input, cancellationToken);
        return await answer.Unless("ResourceNotFound")
            && (await answer)["AccountAssignments"]!.AsArray().Any(each => (string?)each!["PrincipalId"] == principal && (string?)each["PrincipalType"] == type)
            ? Applied.Of(call.Id)
            : null;
    }

    private Task<JsonObject> SendAsync(ResourceCall call, string operation, JsonObject input, CancellationToken cancellationToken) =>
        aws.JsonAsync(AwsApi.SsoAdmin, operation, input, cancellationToken, call.Region);
}
