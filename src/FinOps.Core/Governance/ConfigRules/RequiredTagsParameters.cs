using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FinOps.Core.Tagging;

namespace FinOps.Core.Governance.ConfigRules;

/// <summary>The input parameters of REQUIRED_TAGS: <c>{"tag1Key":"Team","tag1Value":"payments,checkout","tag2Key":"CostCenter"}</c>.</summary>
public static class RequiredTagsParameters
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Tags of AWS hold no comma, so a list of values needs no escaping.</summary>
    public static string Write(IReadOnlyList<TagKeyRule> keys)
    {
        var parameters = new JsonObject();
        foreach (var (key, number) in keys.Select((key, at) => (key, (at + 1).ToString(CultureInfo.InvariantCulture))))
        {
            parameters[$"tag{number}Key"] = key.Name;
            if (!key.Values.IsEmpty)
            {
                parameters[$"tag{number}Value"] = string.Join(',', key.Values);
            }
        }

        return parameters.ToJsonString(Compact);
    }

    /// <summary>What AWS Config finds: each required key that the resource lacks (its value is null), or has with another value. Casing counts.</summary>
    /// <exception cref="JsonException">The parameters are no JSON object of texts.</exception>
    public static ImmutableDictionary<string, string?> Judge(string inputParameters, IReadOnlyDictionary<string, string> tags)
    {
        var parameters = JsonSerializer.Deserialize<Dictionary<string, string>>(inputParameters)!;
        var findings = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        for (var number = 1; number <= RequiredTagsRule.MaxKeys; number++)
        {
            if (!parameters.TryGetValue(string.Create(CultureInfo.InvariantCulture, $"tag{number}Key"), out var key))
            {
                continue;
            }

            var values = parameters.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"tag{number}Value"))?.Split(',');
            if (!tags.TryGetValue(key, out var value))
            {
                findings[key] = null;
            }
            else if (values is not null && !values.Contains(value))
            {
                findings[key] = value;
            }
        }

        return findings.ToImmutable();
    }
}
