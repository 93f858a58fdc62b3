using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:computeoptimizer/enrollmentStatus:EnrollmentStatus; the id is the account. The provider leaves the enrollment as it is when the resource goes.</summary>
internal sealed class ComputeOptimizerEnrollment(AwsSession aws) : IResourceHandler
{
    private static readonly JsonShape _shape = new(("includeMemberAccounts", "memberAccountsEnrolled"));

    public Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken) => UpdateAsync(call, cancellationToken);

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        await SendAsync(call, "UpdateEnrollmentStatus",
            new JsonObject { ["status"] = call.Inputs.RequiredText("status"), ["includeMemberAccounts"] = call.Inputs.FlagOf("includeMemberAccounts") == true }, cancellationToken);
        return await ReadLiveAsync(call, cancellationToken);
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken) => await ReadLiveAsync(call, cancellationToken);

    private async Task<Applied> ReadLiveAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var live = await SendAsync(call, "GetEnrollmentStatus", [], cancellationToken);
        return Applied.Of((await aws.IdentityAsync(cancellationToken)).AccountId, ("numberOfMemberAccountsOptedIn", (double?)live["numberOfMemberAccountsOptedIn"] ?? 0))
            .Reading(AnswerReader.Read(call, live, _shape, "status", "includeMemberAccounts"));
    }

    private Task<JsonObject> SendAsync(ResourceCall call, string operation, JsonObject input, CancellationToken cancellationToken) =>
        aws.JsonAsync(AwsApi.ComputeOptimizer, operation, input, cancellationToken, call.Region);
}
