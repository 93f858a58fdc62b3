using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:organizations/policyAttachment:PolicyAttachment; its id is <c>target:policy</c>.</summary>
internal sealed class OrganizationPolicyAttachment(AwsSession aws) : IResourceHandler
{
    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        await aws.JsonAsync(AwsApi.Organizations, "AttachPolicy", Input(call.Inputs), cancellationToken).Unless("DuplicatePolicyAttachment");
        return Applied.Of($"{call.Inputs.RequiredText("targetId")}:{call.Inputs.RequiredText("policyId")}");
    }

    /// <summary>Only skipDestroy can change in place, and that is the state's matter.</summary>
    public Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken) => Task.FromResult(Applied.Of(call.Id));

    public async Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        if (call.Inputs.FlagOf("skipDestroy") == true)
            return;
        await aws.JsonAsync(AwsApi.Organizations, "DetachPolicy", Input(call.Inputs), cancellationToken).Unless("PolicyNotAttached", "PolicyNotFound", "TargetNotFound");
    }

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var colon = call.Id.IndexOf(':', StringComparison.Ordinal);
        var (target, policy) = (call.Id[..colon], call.Id[(colon + 1)..]);
        try
        {
            var targets = await aws.PagesAsync(AwsApi.Organizations, "ListTargetsForPolicy", new JsonObject { ["PolicyId"] = policy }, "Targets", cancellationToken);
            return targets.Exists(found => (string?)found["TargetId"] == target) ? Applied.Of(call.Id) : null;
        }
        catch (AwsCallException refusal) when (refusal.Is("PolicyNotFound"))
        {
            return null;
        }
    }

    private static JsonObject Input(PropertyMap inputs) => new()
    {
        ["PolicyId"] = inputs.RequiredText("policyId"),
        ["TargetId"] = inputs.RequiredText("targetId"),
    };
}
