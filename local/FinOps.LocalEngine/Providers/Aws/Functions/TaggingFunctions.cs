using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Functions;

/// <summary>The tags of many resources at once, through the Resource Groups Tagging API.</summary>
internal static class TaggingFunctions
{
    // The most that GetResources gives on a page.
    private const int PageSize = 100;

    public static async Task<PropertyMap> GetResourcesAsync(AwsSession aws, PropertyMap arguments, CancellationToken cancellationToken)
    {
        var input = new JsonObject { ["ResourcesPerPage"] = PageSize };
        if (arguments.TextsOf("resourceTypeFilters") is { Count: > 0 } types)
            input["ResourceTypeFilters"] = JsonShape.Texts(types);
        if (arguments.TextsOf("resourceArnLists") is { Count: > 0 } arns)
            input = new JsonObject { ["ResourceARNList"] = JsonShape.Texts(arns) };
        if (arguments.ObjectsOf("tagFilters") is { Count: > 0 } filters)
            input["TagFilters"] = new JsonArray([.. filters.Select(filter => new JsonObject { ["Key"] = filter.RequiredText("key"), ["Values"] = JsonShape.Texts(filter.TextsOf("values")) })]);
        var region = arguments.TextOf("region") ?? aws.Region;
        var resources = await aws.PagesAsync(
            AwsApi.Tagging, "GetResources", input, "ResourceTagMappingList", cancellationToken, requestToken: "PaginationToken", responseToken: "PaginationToken", inRegion: region);
        return PropertyMap.Of(
            ("id", region),
            ("region", region),
            ("resourceTagMappingLists", PropertyValue.Of(resources.Select(resource => PropertyValue.Of(Resource(resource))))));
    }

    private static PropertyMap Resource(JsonObject resource) => PropertyMap.Of(
        ("resourceArn", (string)resource["ResourceARN"]!),
        ("complianceDetails", PropertyValue.Of(Array.Empty<PropertyValue>())),
        ("tags", PropertyValue.Of(PropertyMap.Create((resource["Tags"] as JsonArray ?? []).OfType<JsonObject>().Select(tag =>
            KeyValuePair.Create((string)tag["Key"]!, PropertyValue.Of((string)tag["Value"]!)))))));
}
