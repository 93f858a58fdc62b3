using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>What the Cost Explorer resources have in common.</summary>
internal static class CostExplorerShapes
{
    /// <summary>The provider says dimension, costCategory, ands, ors; the API's Expression says Dimensions, CostCategories, And, Or.</summary>
    public static JsonShape Expression { get; } = new(("ands", "And"), ("ors", "Or"), ("dimension", "Dimensions"), ("costCategory", "CostCategories"));

    /// <param name="aws">The session.</param>
    /// <param name="arn">The resource.</param>
    /// <param name="call">Its tags, now and before.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <param name="api">Another service that spells its tag calls as Cost Explorer does.</param>
    public static async Task SynchronizeTagsAsync(this AwsSession aws, string arn, ResourceCall call, CancellationToken cancellationToken, AwsApi? api = null)
    {
        if (call.TagsToSet.Count > 0)
            await aws.JsonAsync(api ?? AwsApi.CostExplorer, "TagResource", new JsonObject { ["ResourceArn"] = arn, ["ResourceTags"] = JsonShape.Tags(call.TagsToSet) }, cancellationToken);
        if (call.TagsToRemove.Count > 0)
            await aws.JsonAsync(api ?? AwsApi.CostExplorer, "UntagResource", new JsonObject { ["ResourceArn"] = arn, ["ResourceTagKeys"] = JsonShape.Texts(call.TagsToRemove) }, cancellationToken);
    }

    public static async Task<IReadOnlyDictionary<string, string>> CostTagsAsync(this AwsSession aws, string arn, CancellationToken cancellationToken, AwsApi? api = null) =>
        LiveTags.OfList((await aws.JsonAsync(api ?? AwsApi.CostExplorer, "ListTagsForResource", new JsonObject { ["ResourceArn"] = arn }, cancellationToken))["ResourceTags"]);

    public static JsonObject WithTags(this JsonObject input, ResourceCall call, string member = "ResourceTags")
    {
        if (call.Tags.Count > 0)
            input[member] = JsonShape.Tags(call.Tags);
        return input;
    }
}
