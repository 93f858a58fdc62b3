using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Resources;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Functions;

internal static class CostExplorerFunctions
{
    /// <summary>GetTags, its first page only: the provider reads no further.</summary>
    public static async Task<PropertyMap> GetTagsAsync(AwsSession aws, PropertyMap arguments, CancellationToken cancellationToken)
    {
        var input = JsonShape.Plain.Object(arguments, "timePeriod", "tagKey", "searchString");
        if (arguments.ObjectOf("filter") is { } filter)
            input["Filter"] = CostExplorerShapes.Expression.Object(filter);
        var answer = await aws.JsonAsync(AwsApi.CostExplorer, "GetTags", input, cancellationToken);
        return arguments
            .Set("id", (await aws.IdentityAsync(cancellationToken)).AccountId)
            .Set("tags", PropertyValue.Of((answer["Tags"] as JsonArray ?? []).Select(tag => PropertyValue.Of((string)tag!))));
    }
}
