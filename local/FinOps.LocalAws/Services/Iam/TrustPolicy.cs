using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Services.Iam;

/// <summary>Answers whether a role's trust policy lets a service assume it.</summary>
internal static class TrustPolicy
{
    /// <summary>Whether an AWS service such as <c>lambda.amazonaws.com</c> may assume the role; conditions are taken to hold.</summary>
    public static bool TrustsService(string document, string service) =>
        Many(JsonNode.Parse(document)?["Statement"]).OfType<JsonObject>().Any(statement =>
            (string?)statement["Effect"] == "Allow" && Many((statement["Principal"] as JsonObject)?["Service"]).Any(name => Text(name) == service));

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static IEnumerable<JsonNode?> Many(JsonNode? node)
    {
        if (node is not JsonArray array)
        {
            if (node is not null)
                yield return node;
            yield break;
        }
        foreach (var item in array)
            yield return item;
    }
}
