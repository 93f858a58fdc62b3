using System.Text.Json.Nodes;
using FinOps.Core.Organization.Synthetic.Resources;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Tagging;

/// <summary>GetResources, GetTagKeys and GetTagValues.</summary>
internal sealed class ListOperations(LiveResourceStore resources, ComplianceCheck compliance)
{
    private const int DefaultPage = 50;
    private const int LargestPage = 100;
    private const int MostTags = 50;
    private const int WordsPerPage = 100;

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("GetResources", GetResources);
        add("GetTagKeys", (input, context) => Words(input, "GetTagKeys", "TagKeys", Listed(context).SelectMany(resource => resource.Live.Tags.Keys)));
        add("GetTagValues", (input, context) =>
        {
            var key = input.Required("Key", 128);
            return Words(input, $"GetTagValues {key}", "TagValues", Listed(context).Select(resource => resource.Live.Tags.GetValueOrDefault(key)).OfType<string>());
        });
    }

    /// <summary>What the Tagging API knows of: it changes the tags of Auto Scaling groups, but does not list them.</summary>
    public static bool IsListed(SyntheticResource resource) => resource.EverTagged && resource.Live.Type != "autoscaling:autoScalingGroup";

    private IEnumerable<SyntheticResource> Listed(CallContext context) => resources.Of(context.AccountId, context.Region).Where(IsListed);

    private JsonObject GetResources(JsonInput input, CallContext context)
    {
        var (details, failing) = (input.Flag("IncludeComplianceDetails"), input.Flag("ExcludeCompliantResources"));
        if (failing && !details)
            throw input.Invalid("ExcludeCompliantResources requires IncludeComplianceDetails.");
        var policy = details ? compliance.PolicyOf(context.AccountId) : null;
        var (page, next) = Page(input, context);
        var filter = TagFilters.Read(input);
        var rows = page
            .Where(resource => filter.Match(resource.Live.Tags))
            .Select(resource => (Resource: resource, Details: details ? ComplianceCheck.Judge(policy, resource.Live) : null))
            .Where(row => !failing || row.Details is { IsCompliant: false });
        return new JsonObject
        {
            ["PaginationToken"] = next ?? "",
            ["ResourceTagMappingList"] = new JsonArray([.. rows.Select(row => Print(row.Resource, row.Details))]),
        };
    }

    // As in AWS, tags are looked at page by page: a page may be empty though another follows.
    private (IReadOnlyList<SyntheticResource> Page, string? Next) Page(JsonInput input, CallContext context)
    {
        var arns = input.Strings("ResourceARNList");
        var types = input.Strings("ResourceTypeFilters");
        if (arns.Count > 0)
        {
            if (arns.Count > LargestPage)
                throw input.Fault("ResourceARNList", $"Member must have length less than or equal to {LargestPage}");
            if (new[] { "TagFilters", "ResourceTypeFilters", "ResourcesPerPage", "TagsPerPage", "PaginationToken" }.FirstOrDefault(input.Has) is { } other)
                throw input.Invalid($"ResourceARNList cannot be used with {other}.");
            return ([.. Listed(context).Where(resource => arns.Contains(resource.Live.Arn))], null);
        }

        if (input.Has("ResourcesPerPage") && input.Has("TagsPerPage"))
            throw input.Invalid("ResourcesPerPage and TagsPerPage cannot be used together.");
        // No resource has more tags than that, so such a page never has too many.
        var size = input.OptionalLong("TagsPerPage", 100, 500) is { } tags ? (int)tags / MostTags : input.Integer("ResourcesPerPage", DefaultPage, 1, LargestPage);
        return Pager.Page(
            Listed(context).Where(resource => types.Count == 0 || types.Any(type => Covers(type, resource.Live.Type))),
            resource => resource.Live.Arn,
            $"GetResources {context.AccountId} {context.Region} {string.Join(',', types)}",
            input.Optional("PaginationToken", 2048) is { Length: > 0 } token ? token : null,
            size,
            TaggingErrors.ExpiredToken);
    }

    /// <summary>A service stands for all of its types.</summary>
    internal static bool Covers(string filter, string type) => type == filter || (!filter.Contains(':', StringComparison.Ordinal) && type.StartsWith(filter + ":", StringComparison.Ordinal));

    private static JsonObject Print(SyntheticResource resource, ComplianceDetails? details)
    {
        var row = new JsonObject { ["ResourceARN"] = resource.Live.Arn, ["Tags"] = TagStore.ToList(resource.Live.Tags) };
        if (details is not null)
            row["ComplianceDetails"] = details.Print();
        return row;
    }

    private static JsonObject Words(JsonInput input, string scope, string member, IEnumerable<string> words)
    {
        var (page, next) = Pager.Page(words.Distinct(StringComparer.Ordinal), word => word, scope,
            input.Optional("PaginationToken", 2048) is { Length: > 0 } token ? token : null, WordsPerPage, TaggingErrors.ExpiredToken);
        return new JsonObject { ["PaginationToken"] = next ?? "", [member] = new JsonArray([.. page.Select(word => (JsonNode)word)]) };
    }
}
