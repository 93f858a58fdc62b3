using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.CostOptimizationHub;

/// <summary>How savings are estimated and who sees the discounts; one document by account. What was never set reads as AWS's default.</summary>
internal sealed class HubPreferences(LocalAwsEnvironment environment)
{
    private const string Collection = "cost-optimization-hub/preferences";

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("GetPreferences", (_, context) =>
        {
            RequireEnrollment(context);
            return Read(context);
        });
        add("UpdatePreferences", Update);
    }

    private JsonObject Update(JsonInput input, CallContext context)
    {
        var mode = input.OptionalOneOf("savingsEstimationMode", "BeforeDiscounts", "AfterDiscounts");
        var visibility = input.OptionalOneOf("memberAccountDiscountVisibility", "All", "None");
        var commitment = input.OptionalObject("preferredCommitment");
        commitment?.OptionalOneOf("term", "OneYear", "ThreeYears");
        commitment?.OptionalOneOf("paymentOption", "AllUpfront", "PartialUpfront", "NoUpfront");
        if (visibility is not null && context.AccountId != environment.ManagementAccountId)
            throw HubErrors.Validation("Only the management account can set the member account discount visibility.");
        RequireEnrollment(context);
        var preferences = Read(context);
        preferences["savingsEstimationMode"] = mode ?? (string?)preferences["savingsEstimationMode"];
        preferences["memberAccountDiscountVisibility"] = visibility ?? (string?)preferences["memberAccountDiscountVisibility"];
        if (commitment is not null)
            preferences["preferredCommitment"] = commitment.Body.DeepClone();
        environment.Store.Put(Collection, context.AccountId, preferences);
        return preferences;
    }

    private JsonObject Read(CallContext context) => environment.Store.Get(Collection, context.AccountId)
        ?? new JsonObject { ["savingsEstimationMode"] = "BeforeDiscounts", ["memberAccountDiscountVisibility"] = "All" };

    private void RequireEnrollment(CallContext context)
    {
        if (!environment.Store.Read(session => HubEnrollment.IsActive(session, context.AccountId, environment.ManagementAccountId)))
            throw HubErrors.NotEnrolled();
    }
}
