using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Recommendations;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.TrustedAdvisor;

/// <summary>The newer API of Trusted Advisor, with its cost checks.</summary>
internal sealed class TrustedAdvisorService : RestJsonServiceBase
{
    private static readonly GappedPage Page = new(200);

    private readonly AdvisorFindings _findings;

    public TrustedAdvisorService(LocalAwsEnvironment environment, AdviceCatalog catalog)
        : base("trustedadvisor")
    {
        _findings = new AdvisorFindings(environment, catalog);
        Add("ListChecks", "GET", "/v1/checks", ListChecks);
        Add("ListRecommendations", "GET", "/v1/recommendations", call => List(call, organization: false));
        Add("ListRecommendationResources", "GET", "/v1/recommendations/{recommendationIdentifier}/resources", call => Resources(call, organization: false));
        Add("ListOrganizationRecommendations", "GET", "/v1/organization-recommendations", call => List(call, organization: true));
        Add("ListOrganizationRecommendationResources", "GET", "/v1/organization-recommendations/{organizationRecommendationIdentifier}/resources", call => Resources(call, organization: true));
    }

    protected override AwsError Invalid(string message) => new("ValidationException", message);

    private JsonObject ListChecks(RestCall call)
    {
        Require(call, organization: false);
        return PageOf(call, "checkSummaries", call.Query("pillar") is null or "cost_optimizing" ? AdvisorCheck.All : [], check => check.Id, check => new JsonObject
        {
            ["id"] = check.Id,
            ["arn"] = check.Arn,
            ["name"] = check.Name,
            ["description"] = check.Name,
            ["pillars"] = new JsonArray("cost_optimizing"),
            ["awsServices"] = new JsonArray(check.Service),
            ["source"] = "ta_check",
            ["metadata"] = Numbered(check.Headings),
        });
    }

    private JsonObject List(RestCall call, bool organization)
    {
        Require(call, organization);
        var checks = call.Query("pillar") is null or "cost_optimizing" ? AdvisorCheck.All : [];
        return PageOf(call, organization ? "organizationRecommendationSummaries" : "recommendationSummaries", checks, check => check.Id, check =>
        {
            var flagged = Flagged(check, call, organization);
            return new JsonObject
            {
                ["id"] = Id(check, call, organization),
                ["arn"] = Arn(check, call, organization),
                ["checkArn"] = check.Arn,
                ["name"] = check.Name,
                ["type"] = organization ? "priority" : "standard",
                ["status"] = flagged.Count > 0 ? "warning" : "ok",
                ["source"] = "ta_check",
                ["pillars"] = new JsonArray("cost_optimizing"),
                ["awsServices"] = new JsonArray(check.Service),
                ["resourcesAggregates"] = new JsonObject { ["okCount"] = 0, ["warningCount"] = flagged.Count, ["errorCount"] = 0 },
                ["pillarSpecificAggregates"] = new JsonObject
                {
                    ["costOptimizing"] = new JsonObject { ["estimatedMonthlySavings"] = flagged.Sum(advice => advice.Saving), ["estimatedPercentMonthlySavings"] = 0 },
                },
            };
        });
    }

    private JsonObject Resources(RestCall call, bool organization)
    {
        Require(call, organization);
        var id = call.Path(organization ? "organizationRecommendationIdentifier" : "recommendationIdentifier");
        var check = AdvisorCheck.All.FirstOrDefault(check => id == Id(check, call, organization) || id == Arn(check, call, organization))
            ?? throw new AwsError("ResourceNotFoundException", "The recommendation was not found.", 404);
        return PageOf(call, organization ? "organizationRecommendationResourceSummaries" : "recommendationResourceSummaries", Flagged(check, call, organization), advice => advice.Arn, advice =>
        {
            var own = AdvisorFindings.OpaqueId($"{check.Id} {advice.Arn}");
            var resource = new JsonObject
            {
                ["id"] = own,
                ["arn"] = $"arn:aws:trustedadvisor::{call.Context.AccountId}:recommendation-resource/{Id(check, call, organization)}/{own}",
                ["awsResourceId"] = advice.ResourceId,
                ["regionCode"] = advice.Region,
                ["status"] = "warning",
                ["exclusionStatus"] = "included",
                ["metadata"] = Numbered(check.Row(advice)),
                ["recommendationArn"] = Arn(check, call, organization),
            };
            if (organization)
                resource["accountId"] = advice.AccountId;
            return resource;
        });
    }

    private IReadOnlyList<SyntheticAdvice> Flagged(AdvisorCheck check, RestCall call, bool organization) =>
        organization ? _findings.OfOrganization(check) : _findings.OfAccount(check, call.Context.AccountId);

    private void Require(RestCall call, bool organization)
    {
        var plan = _findings.PlanOf(call.Context.AccountId);
        if (plan == SupportPlan.Basic)
            throw new AwsError("AccessDeniedException", "Trusted Advisor's API needs a Business, Enterprise On-Ramp or Enterprise support plan.", 403);
        if (organization && plan != SupportPlan.Enterprise)
            throw new AwsError("AccessDeniedException", "Prioritized recommendations of an organization need an Enterprise support plan.", 403);
    }

    private JsonObject PageOf<T>(RestCall call, string member, IEnumerable<T> items, Func<T, string> key, Func<T, JsonNode?> print) => Page.Of(
        call.Query("nextToken"), call.QueryInteger("maxResults", Page.Maximum, 1, Page.Maximum), $"{call.Context.AccountId} {call.Request.RawPath}", member, items, key, print,
        () => Invalid("The nextToken is not one of this list."));

    private static string Id(AdvisorCheck check, RestCall call, bool organization) =>
        AdvisorFindings.OpaqueId($"{(organization ? "organization" : call.Context.AccountId)} {check.Id}");

    private static string Arn(AdvisorCheck check, RestCall call, bool organization) => organization
        ? $"arn:aws:trustedadvisor:::organization-recommendation/{Id(check, call, organization)}"
        : $"arn:aws:trustedadvisor::{call.Context.AccountId}:recommendation/{Id(check, call, organization)}";

    private static JsonObject Numbered(string[] texts)
    {
        var numbered = new JsonObject();
        foreach (var (at, text) in texts.Index())
            numbered[at.ToString(System.Globalization.CultureInfo.InvariantCulture)] = text;
        return numbered;
    }
}
