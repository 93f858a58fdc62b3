using System.Collections.Immutable;
using System.Text.Json;
using FinOps.Core.Problems;

namespace FinOps.Core.TagPolicies;

/// <summary>Reads what DescribeEffectivePolicy answers: the whole answer, or only its PolicyContent.</summary>
public static class EffectivePolicyText
{
    public const string Malformed = "FIN2046";

    private static readonly string[] Members = [.. PolicyWords.Settings];

    // {"EffectivePolicy":{"PolicyContent":"{\"tags\":{...}}","TargetId":"111122223333","PolicyType":"TAG_POLICY"}} or {"tags":{"costcenter":{"tag_key":"CostCenter","tag_value":["100"]}}}
    /// <returns>A policy whose values all come from "effective policy", because AWS does not tell from where they come.</returns>
    /// <exception cref="ProblemException">Every mistake (FIN2040, FIN2046).</exception>
    public static EffectiveTagPolicy Parse(string json, string source)
    {
        var problems = new List<Problem>();
        var (content, account) = Unwrap(json, source, problems);
        var keys = content is null ? [] : Keys(content, account, source, problems);
        return problems.Count == 0 ? new EffectiveTagPolicy(account, keys, [], []) : throw new ProblemException(problems);
    }

    private static (string? Content, string? Account) Unwrap(string json, string source, List<Problem> problems)
    {
        if (Document(json, source, "$", problems) is not { } root)
        {
            return (null, null);
        }

        if (!root.TryGetProperty("EffectivePolicy", out var answer))
        {
            return (json, null);
        }

        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("PolicyContent", out var content) || content.ValueKind != JsonValueKind.String)
        {
            problems.Add(new Problem(Malformed, source, "$.EffectivePolicy.PolicyContent", "nothing", "the policy as JSON text", "Save the whole answer of DescribeEffectivePolicy."));
            return (null, null);
        }

        if (answer.TryGetProperty("PolicyType", out var type) && type.GetRawText() != "\"TAG_POLICY\"")
        {
            problems.Add(new Problem(Malformed, source, "$.EffectivePolicy.PolicyType", JsonText.Describe(type), "TAG_POLICY", "Ask for the policy type TAG_POLICY."));
        }

        return (content.GetString(), answer.TryGetProperty("TargetId", out var target) && target.ValueKind == JsonValueKind.String ? target.GetString() : null);
    }

    private static JsonElement? Document(string json, string source, string path, List<Problem> problems)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document.RootElement.Clone();
            }

            problems.Add(new Problem(Malformed, source, path, JsonText.Describe(document.RootElement), "an object", "Save the answer of DescribeEffectivePolicy as it is."));
        }
        catch (JsonException wrong)
        {
            problems.Add(new Problem(TagPolicyReader.Syntax, source, path, JsonText.Where(wrong), "a JSON object", "Save the answer of DescribeEffectivePolicy as it is."));
        }

        return null;
    }

    private static ImmutableArray<EffectiveTagKey> Keys(string content, string? account, string source, List<Problem> problems)
    {
        if (Document(content, source, "PolicyContent", problems) is not { } root)
        {
            return [];
        }

        if (!root.TryGetProperty(PolicyWords.Tags, out var tags) || tags.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new Problem(Malformed, source, "$.tags", root.TryGetProperty(PolicyWords.Tags, out _) ? JsonText.Describe(tags) : "nothing", "an object of policy keys", "Save the answer of DescribeEffectivePolicy for the policy type TAG_POLICY."));
            return [];
        }

        var keys = new SortedDictionary<string, EffectiveTagKey>(StringComparer.Ordinal);
        foreach (var key in tags.EnumerateObject())
        {
            var path = $"$.tags.{key.Name}";
            if (key.Value.ValueKind != JsonValueKind.Object)
            {
                problems.Add(new Problem(Malformed, source, path, JsonText.Describe(key.Value), "an object of settings", "An effective policy holds settings without operators."));
                continue;
            }

            foreach (var stranger in key.Value.EnumerateObject().Where(member => !Members.Contains(member.Name)))
            {
                problems.Add(new Problem(Malformed, source, $"{path}.{stranger.Name}", "an unknown setting", string.Join(", ", Members), "Save the effective policy, not a policy that is attached somewhere."));
            }

            keys[key.Name.ToLowerInvariant()] = new EffectiveTagKey(
                key.Name.ToLowerInvariant(), Single(key.Value, path, key.Name), Or(List(key.Value, PolicyWords.TagValue, path), PolicyWords.AnyValue),
                List(key.Value, PolicyWords.EnforcedFor, path), List(key.Value, PolicyWords.ReportRequiredTagFor, path), []);
        }

        return [.. keys.Values];

        EffectiveValue Single(JsonElement key, string path, string name)
        {
            if (!key.TryGetProperty(PolicyWords.TagKey, out var value))
            {
                return new EffectiveValue(name.ToLowerInvariant(), null);
            }

            if (value.ValueKind == JsonValueKind.String && value.GetString()!.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return From(value.GetString()!, $"{path}.{PolicyWords.TagKey}");
            }

            problems.Add(new Problem(Malformed, source, $"{path}.{PolicyWords.TagKey}", JsonText.Describe(value), $"'{name}' in any casing", "Save the answer of DescribeEffectivePolicy as it is."));
            return new EffectiveValue(name, null);
        }

        ImmutableArray<EffectiveValue> List(JsonElement key, string setting, string path)
        {
            if (!key.TryGetProperty(setting, out var list))
            {
                return [];
            }

            if (list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
            {
                return [.. list.EnumerateArray().Select((item, index) => From(item.GetString()!, $"{path}.{setting}[{index}]"))];
            }

            problems.Add(new Problem(Malformed, source, $"{path}.{setting}", JsonText.Describe(list), "a list of texts", "Save the effective policy, not a policy that is attached somewhere."));
            return [];
        }

        ImmutableArray<EffectiveValue> Or(ImmutableArray<EffectiveValue> values, string otherwise) => values.IsEmpty ? [new EffectiveValue(otherwise, null)] : values;

        EffectiveValue From(string value, string path) =>
            new(value, new PolicyOrigin("effective", "the effective policy", account ?? "unknown", account is null ? "account" : $"account {account}", "DescribeEffectivePolicy", path));
    }
}
