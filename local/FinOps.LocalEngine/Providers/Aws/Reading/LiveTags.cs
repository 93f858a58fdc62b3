using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace FinOps.LocalEngine.Providers.Aws.Reading;

/// <summary>Tags as services answer them; those of AWS's own (<c>aws:...</c>) belong to nobody's program.</summary>
internal static class LiveTags
{
    /// <summary><c>[{"Key": .., "Value": ..}]</c>.</summary>
    public static IReadOnlyDictionary<string, string> OfList(JsonNode? tags) =>
        Of((tags as JsonArray ?? []).Select(tag => KeyValuePair.Create((string)tag!["Key"]!, (string?)tag["Value"] ?? "")));

    public static IReadOnlyDictionary<string, string> OfMap(JsonNode? tags) =>
        Of((tags as JsonObject ?? []).Select(tag => KeyValuePair.Create(tag.Key, (string?)tag.Value ?? "")));

    /// <summary>Every element below that has a Key and a Value.</summary>
    public static IReadOnlyDictionary<string, string> OfXml(XElement? tags) =>
        Of((tags?.Descendants("Key") ?? []).Select(key => KeyValuePair.Create(key.Value, key.Parent!.Element("Value")?.Value ?? "")));

    private static Dictionary<string, string> Of(IEnumerable<KeyValuePair<string, string>> tags) =>
        tags.Where(tag => !tag.Key.StartsWith("aws:", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
}
