using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>rest-json calls of SES v2 and its tags.</summary>
internal static class SesCalls
{
    public static Task<JsonObject> SesAsync(this AwsSession aws, ResourceCall call, string operation, HttpMethod method, string path, JsonObject? input, CancellationToken cancellationToken, params KeyValuePair<string, string>[] query) =>
        aws.Client.RestJsonAsync(AwsApi.Ses, call.Region, operation, method, "/v2/email" + path, input, cancellationToken, query);

    public static async Task SynchronizeSesTagsAsync(this AwsSession aws, string arn, ResourceCall call, CancellationToken cancellationToken)
    {
        if (call.TagsToSet.Count > 0)
            await aws.SesAsync(call, "TagResource", HttpMethod.Post, "/tags", new JsonObject { ["ResourceArn"] = arn, ["Tags"] = JsonShape.Tags(call.TagsToSet) }, cancellationToken);
        if (call.TagsToRemove.Count > 0)
            await aws.SesAsync(call, "UntagResource", HttpMethod.Delete, "/tags", null, cancellationToken, [new("ResourceArn", arn), .. call.TagsToRemove.Select(key => KeyValuePair.Create("TagKeys", key))]);
    }

    public static async Task<string> SesArnAsync(this AwsSession aws, ResourceCall call, string resource, CancellationToken cancellationToken) =>
        $"arn:{AwsSession.PartitionOf(call.Region)}:ses:{call.Region}:{(await aws.IdentityAsync(cancellationToken)).AccountId}:{resource}";
}
