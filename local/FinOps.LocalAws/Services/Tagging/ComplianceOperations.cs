using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.Core.Organization.Synthetic;
using FinOps.Core.Organization.Synthetic.Resources;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Tagging;

/// <summary>GetComplianceSummary: how many resources of the organization break its tag policies. For the management account, in us-east-1.</summary>
internal sealed class ComplianceOperations(LocalAwsEnvironment environment, LiveResourceStore resources, ComplianceCheck compliance)
{
    private static readonly string[] Groups = ["TARGET_ID", "REGION", "RESOURCE_TYPE"];

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add) => add("GetComplianceSummary", Summarize);

    private JsonObject Summarize(JsonInput input, CallContext context)
    {
        HomeRegion.Require(context);
        if (context.AccountId != environment.ManagementAccountId)
            throw TaggingErrors.Constraint("You must be in the management account of the organization to call this operation.");
        var groupBy = input.Strings("GroupBy");
        if (groupBy.FirstOrDefault(group => !Groups.Contains(group)) is not null)
            throw input.Fault("GroupBy", $"Member must satisfy enum value set: [{string.Join(", ", Groups)}]");
        var updated = context.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var rows = Failing(input)
            .GroupBy(resource => (
                Target: groupBy.Contains("TARGET_ID") ? resource.Live.AccountId : "",
                Region: groupBy.Contains("REGION") ? resource.ListedIn : "",
                Type: groupBy.Contains("RESOURCE_TYPE") ? resource.Live.Type : ""))
            .Select(group => (group.Key, Count: group.Count()));
        var (page, next) = Pager.Page(rows, row => $"{row.Key.Target} {row.Key.Region} {row.Key.Type}", $"GetComplianceSummary {string.Join(',', groupBy)}",
            input.Optional("PaginationToken", 2048) is { Length: > 0 } token ? token : null, input.Integer("MaxResults", 50, 1, 1000), TaggingErrors.ExpiredToken);
        return new JsonObject
        {
            ["PaginationToken"] = next ?? "",
            ["SummaryList"] = new JsonArray([.. page.Select(row => Print(row.Key.Target, row.Key.Region, row.Key.Type, row.Count, updated))]),
        };
    }

    private IEnumerable<SyntheticResource> Failing(JsonInput input)
    {
        var (targets, regions) = (input.Strings("TargetIdFilters"), input.Strings("RegionFilters"));
        var (types, keys) = (input.Strings("ResourceTypeFilters"), input.Strings("TagKeyFilters"));
        foreach (var account in environment.Organization.Accounts.Where(account => targets.Count == 0 || targets.Any(target => account.Path.Split('/').Contains(target))))
        {
            if (compliance.PolicyOf(account.Id) is not { } policy)
                continue;
            foreach (var resource in Listed(account, regions, types))
                if (ComplianceCheck.Judge(policy, resource.Live) is { IsCompliant: false } details && (keys.Count == 0 || details.IsAbout(keys)))
                    yield return resource;
        }
    }

    private IEnumerable<SyntheticResource> Listed(SyntheticAccount account, IReadOnlyList<string> regions, IReadOnlyList<string> types) => resources.Of(account.Id).Where(resource =>
        ListOperations.IsListed(resource) && resource.Live.Type != "organizations:account"
        && (regions.Count == 0 || regions.Contains(resource.ListedIn))
        && (types.Count == 0 || types.Any(type => ListOperations.Covers(type, resource.Live.Type))));

    private static JsonObject Print(string target, string region, string type, int count, string updated)
    {
        var row = new JsonObject { ["LastUpdated"] = updated, ["NonCompliantResources"] = count };
        if (target.Length > 0)
            (row["TargetId"], row["TargetIdType"]) = (target, "ACCOUNT");
        if (region.Length > 0)
            row["Region"] = region;
        if (type.Length > 0)
            row["ResourceType"] = type;
        return row;
    }
}
