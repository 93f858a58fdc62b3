using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Recommendations;
using FinOps.LocalAws.Services.TrustedAdvisor;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Support;

/// <summary>AWS Support as far as it is the older API of Trusted Advisor.</summary>
internal sealed class SupportService : JsonServiceBase
{
    private readonly AdvisorFindings _findings;

    public SupportService(LocalAwsEnvironment environment, AdviceCatalog catalog)
        : base("support", "AWSSupport_20130415", "1.1")
    {
        _findings = new AdvisorFindings(environment, catalog);
        Add("DescribeTrustedAdvisorChecks", Checks);
        Add("DescribeTrustedAdvisorCheckResult", Result);
    }

    protected override AwsError Invalid(string message) => new("InvalidParameterValueException", message);

    protected override void Authorize(string operation, CallContext context)
    {
        HomeRegion.Require(context);
        if (_findings.PlanOf(context.AccountId) == SupportPlan.Basic)
            throw new AwsError("SubscriptionRequiredException", "Amazon Web Services Premium Support Subscription is required to use this service.");
    }

    private static JsonObject Checks(JsonInput input, CallContext context)
    {
        input.Required("language");
        return new JsonObject
        {
            ["checks"] = new JsonArray([.. AdvisorCheck.All.Select(check => new JsonObject
            {
                ["id"] = check.Id,
                ["name"] = check.Name,
                ["description"] = check.Name,
                ["category"] = "cost_optimizing",
                ["metadata"] = new JsonArray([.. check.Headings.Select(heading => JsonValue.Create(heading))]),
            })]),
        };
    }

    private JsonObject Result(JsonInput input, CallContext context)
    {
        var id = input.Required("checkId");
        var check = AdvisorCheck.All.FirstOrDefault(check => check.Id == id) ?? throw Invalid($"Invalid check ID: {id}");
        var flagged = _findings.OfAccount(check, context.AccountId);
        return new JsonObject
        {
            ["result"] = new JsonObject
            {
                ["checkId"] = check.Id,
                ["timestamp"] = context.Now.UtcDateTime.Date.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                ["status"] = flagged.Count > 0 ? "warning" : "ok",
                ["resourcesSummary"] = new JsonObject { ["resourcesProcessed"] = flagged.Count, ["resourcesFlagged"] = flagged.Count, ["resourcesIgnored"] = 0, ["resourcesSuppressed"] = 0 },
                ["categorySpecificSummary"] = new JsonObject
                {
                    ["costOptimizing"] = new JsonObject { ["estimatedMonthlySavings"] = flagged.Sum(advice => advice.Saving), ["estimatedPercentMonthlySavings"] = 0 },
                },
                ["flaggedResources"] = new JsonArray([.. flagged.Select(advice => new JsonObject
                {
                    ["status"] = "warning",
                    ["region"] = advice.Region,
                    ["resourceId"] = AdvisorFindings.OpaqueId($"{check.Id} {advice.Arn}"),
                    ["isSuppressed"] = false,
                    ["metadata"] = new JsonArray([.. check.Row(advice).Select(text => JsonValue.Create(text))]),
                })]),
            },
        };
    }
}
