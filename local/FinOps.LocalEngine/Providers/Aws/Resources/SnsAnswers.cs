using System.Text.Json.Nodes;
using System.Xml.Linq;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>SNS answers attributes as a list of entries.</summary>
internal static class SnsAnswers
{
    /// <returns>Null when there is no such topic.</returns>
    public static async Task<JsonObject?> TopicAttributesAsync(this AwsSession aws, ResourceCall call, CancellationToken cancellationToken)
    {
        var live = aws.QueryAsync(AwsApi.Sns, "GetTopicAttributes", [new("TopicArn", call.Id)], cancellationToken, call.Region);
        return await live.Unless("NotFound") ? Attributes(await live) : null;
    }

    public static JsonObject Attributes(XElement answer) =>
        new(answer.Descendants("entry").Select(entry => KeyValuePair.Create(entry.Element("key")!.Value, (JsonNode?)entry.Element("value")?.Value)));
}
