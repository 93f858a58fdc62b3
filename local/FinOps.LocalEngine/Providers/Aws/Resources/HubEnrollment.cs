using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:costoptimizationhub/enrollmentStatus:EnrollmentStatus; the id is the account. Deleting withdraws the account.</summary>
internal sealed class HubEnrollment(AwsSession aws) : IResourceHandler
{
    public Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken) => UpdateAsync(call, cancellationToken);

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var members = call.Inputs.FlagOf("includeMemberAccounts") == true;
        var answer = await SendAsync("UpdateEnrollmentStatus", new JsonObject { ["status"] = "Active", ["includeMemberAccounts"] = members }, cancellationToken);
        return await ResultAsync((string)answer["status"]!, members, cancellationToken);
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        SendAsync("UpdateEnrollmentStatus", new JsonObject { ["status"] = "Inactive" }, cancellationToken);

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var answer = await SendAsync("ListEnrollmentStatuses", new JsonObject { ["includeOrganizationInfo"] = false }, cancellationToken);
        return (string?)answer["items"]?[0]?["status"] is "Active" ? await ResultAsync("Active", (bool?)answer["includeMemberAccounts"] ?? false, cancellationToken) : null;
    }

    private Task<JsonObject> SendAsync(string operation, JsonObject input, CancellationToken cancellationToken) =>
        aws.JsonAsync(AwsApi.CostOptimizationHub, operation, input, cancellationToken);

    private async Task<Applied> ResultAsync(string status, bool members, CancellationToken cancellationToken) =>
        Applied.Of((await aws.IdentityAsync(cancellationToken)).AccountId, ("status", status)).Reading(PropertyMap.Of(("includeMemberAccounts", members)));
}
