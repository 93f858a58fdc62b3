using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Services.Tagging;

/// <summary>What the tag policies of the organization find wrong with one resource, by key.</summary>
/// <param name="MiscasedKeys">As found on the resource.</param>
internal sealed record ComplianceDetails(IReadOnlyList<string> MiscasedKeys, IReadOnlyList<string> KeysWithOtherValues, IReadOnlyList<string> MissingKeys)
{
    public bool IsCompliant => MiscasedKeys.Count + KeysWithOtherValues.Count + MissingKeys.Count == 0;

    public bool IsAbout(IReadOnlyList<string> keys) => MiscasedKeys.Concat(KeysWithOtherValues).Concat(MissingKeys).Any(key => keys.Contains(key, StringComparer.OrdinalIgnoreCase));

    public JsonObject Print() => new()
    {
        ["ComplianceStatus"] = IsCompliant,
        ["KeysWithNoncompliantValues"] = List(KeysWithOtherValues),
        ["MissingTagKeys"] = List(MissingKeys),
        ["NoncompliantKeys"] = List(MiscasedKeys),
    };

    private static JsonArray List(IReadOnlyList<string> keys) => [.. keys.Select(key => (JsonNode)key)];
}
