using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:iam/rolePolicy:RolePolicy; the id is <c>role:policy</c>.</summary>
internal sealed class RolePolicy(AwsSession aws) : IResourceHandler
{
    public Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken) => UpdateAsync(call, cancellationToken);

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var (role, name) = (call.Inputs.RequiredText("role"), call.Inputs.RequiredText("name"));
        await aws.IamAsync("PutRolePolicy", cancellationToken, ("RoleName", role), ("PolicyName", name), ("PolicyDocument", PolicyDocument.Text(call.Inputs.Find("policy"))));
        return Applied.Of($"{role}:{name}");
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        aws.IamAsync("DeleteRolePolicy", cancellationToken, ("RoleName", call.Inputs.RequiredText("role")), ("PolicyName", call.Inputs.RequiredText("name"))).Unless("NoSuchEntity");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var parts = call.Id.Split(':', 2);
        var live = aws.IamAsync("GetRolePolicy", cancellationToken, ("RoleName", parts[0]), ("PolicyName", parts[^1]));
        return await live.Unless("NoSuchEntity") ? Applied.Of(call.Id).Reading(PropertyMap.Of(("policy", IamCalls.Document(await live, "PolicyDocument")))) : null;
    }
}
