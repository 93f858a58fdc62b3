using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:costoptimizationhub/preferences:Preferences; the id is the account. Deleting sets AWS's defaults.</summary>
internal sealed class HubPreferences(AwsSession aws) : IResourceHandler
{
    private const string DefaultMode = "BeforeDiscounts";
    private const string DefaultVisibility = "All";
    private static readonly PropertyMap _defaults = PropertyMap.Of(("savingsEstimationMode", DefaultMode), ("memberAccountDiscountVisibility", DefaultVisibility));

    public PropertyMap Defaults(ResourceCall call) => _defaults;

    public Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken) => UpdateAsync(call, cancellationToken);

    public Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken) =>
        SetAsync(call.Inputs.TextOf("savingsEstimationMode") ?? DefaultMode, call.Inputs.TextOf("memberAccountDiscountVisibility") ?? DefaultVisibility, cancellationToken);

    // An account that is not enrolled any more has no preferences to reset.
    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) => SetAsync(DefaultMode, DefaultVisibility, cancellationToken).Unless("AccessDenied");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var live = aws.JsonAsync(AwsApi.CostOptimizationHub, "GetPreferences", [], cancellationToken);
        return await live.Unless("AccessDenied") ? await ResultAsync(await live, cancellationToken) : null;
    }

    private async Task<Applied> SetAsync(string mode, string visibility, CancellationToken cancellationToken) => await ResultAsync(
        await aws.JsonAsync(AwsApi.CostOptimizationHub, "UpdatePreferences",
            new JsonObject { ["savingsEstimationMode"] = mode, ["memberAccountDiscountVisibility"] = visibility }, cancellationToken),
        cancellationToken);

    private async Task<Applied> ResultAsync(JsonObject live, CancellationToken cancellationToken)
    {
        var preferences = PropertyMap.Of(
            ("savingsEstimationMode", (string)live["savingsEstimationMode"]!),
            ("memberAccountDiscountVisibility", (string)live["memberAccountDiscountVisibility"]!));
        return new Applied((await aws.IdentityAsync(cancellationToken)).AccountId, preferences).Reading(preferences);
    }
}
