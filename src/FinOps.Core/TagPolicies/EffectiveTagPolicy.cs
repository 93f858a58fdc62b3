using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FinOps.Core.TagPolicies;

/// <summary>The tag policy that holds for one account after inheritance.</summary>
/// <param name="AccountId">Null when the document does not tell.</param>
/// <param name="Keys">By policy key, in ordinal order.</param>
/// <param name="Ignored">Statements of attached policies that have no effect, in the order in which they were met.</param>
/// <param name="Errors">Why Organizations refuses to enforce it as a whole; empty for a valid policy.</param>
public sealed record EffectiveTagPolicy(
    string? AccountId,
    ImmutableArray<EffectiveTagKey> Keys,
    ImmutableArray<IgnoredStatement> Ignored,
    ImmutableArray<EffectivePolicyError> Errors)
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As DescribeEffectivePolicy shows it, minified.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteStartObject(PolicyWords.Tags);
            foreach (var key in Keys)
            {
                json.WriteStartObject(key.PolicyKey);
                json.WriteString(PolicyWords.TagKey, key.TagKey.Value);
                WriteList(json, PolicyWords.TagValue, key.Values);
                WriteList(json, PolicyWords.EnforcedFor, key.EnforcedFor);
                WriteList(json, PolicyWords.ReportRequiredTagFor, key.ReportRequiredFor);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteList(Utf8JsonWriter json, string setting, ImmutableArray<EffectiveValue> values)
    {
        if (values.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(setting);
        foreach (var value in values)
        {
            json.WriteStringValue(value.Value);
        }

        json.WriteEndArray();
    }
}

/// <summary>What the effective policy says about one key.</summary>
/// <param name="PolicyKey">In lower case.</param>
/// <param name="TagKey">The one right casing.</param>
/// <param name="Values">Allowed values, each with at most one <c>*</c>; never empty.</param>
/// <param name="EnforcedFor">Types for which other values are refused.</param>
/// <param name="ReportRequiredFor">Types for which a missing key is reported.</param>
/// <param name="Removed">Values that were inherited and taken out, by setting.</param>
public sealed record EffectiveTagKey(
    string PolicyKey,
    EffectiveValue TagKey,
    ImmutableArray<EffectiveValue> Values,
    ImmutableArray<EffectiveValue> EnforcedFor,
    ImmutableArray<EffectiveValue> ReportRequiredFor,
    ImmutableArray<(string Setting, RemovedValue Removed)> Removed)
{
    /// <summary>Each setting that has values, in the order of documents.</summary>
    public IEnumerable<(string Setting, ImmutableArray<EffectiveValue> Values)> Settings =>
        new[] { (PolicyWords.TagKey, [TagKey]), (PolicyWords.TagValue, Values), (PolicyWords.EnforcedFor, EnforcedFor), (PolicyWords.ReportRequiredTagFor, ReportRequiredFor) }
            .Where(setting => !setting.Item2.IsEmpty);

    public bool AllowsAnyValue => Values.Any(value => value.Value == PolicyWords.AnyValue);
}

/// <summary>Why Organizations refuses to enforce an effective policy, as ListEffectivePolicyValidationErrors tells it.</summary>
/// <param name="Path">In the effective policy, for example <c>tags</c>.</param>
public sealed record EffectivePolicyError(string Code, string Message, string Path, ImmutableArray<string> ContributingPolicies)
{
    public const string ElementsTooMany = "ELEMENTS_TOO_MANY";
}
