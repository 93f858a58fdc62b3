using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:iam/rolePolicyAttachment:RolePolicyAttachment; the id is <c>role/policy-arn</c>.</summary>
internal sealed class RolePolicyAttachment(AwsSession aws) : IResourceHandler
{
    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var (role, policy) = (call.Inputs.RequiredText("role"), call.Inputs.RequiredText("policyArn"));
        await aws.IamAsync("AttachRolePolicy", cancellationToken, ("RoleName", role), ("PolicyArn", policy));
        return Applied.Of($"{role}/{policy}");
    }

    /// <summary>Every input forces a replacement, so there is nothing to change.</summary>
    public Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken) => CreateAsync(call, cancellationToken);

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        aws.IamAsync("DetachRolePolicy", cancellationToken, ("RoleName", call.Inputs.RequiredText("role")), ("PolicyArn", call.Inputs.RequiredText("policyArn"))).Unless("NoSuchEntity");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var parts = call.Id.Split('/', 2);
        var attached = aws.IamAsync("ListAttachedRolePolicies", cancellationToken, ("RoleName", parts[0]));
        return await attached.Unless("NoSuchEntity") && (await attached).Descendants("PolicyArn").Any(arn => arn.Value == parts[^1])
            ? Applied.Of(call.Id)
            : null;
    }
}
