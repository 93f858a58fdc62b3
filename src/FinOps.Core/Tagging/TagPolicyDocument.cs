using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FinOps.Core.Problems;

namespace FinOps.Core.Tagging;

/// <summary>
/// The AWS Organizations tag policy that says what the standard says, as minified JSON. Organizations counts whitespace too, and
/// knows value lists but no patterns: keys with a pattern get their casing enforced and any value.
/// </summary>
/// <param name="Json">Ready for CreatePolicy, at most <see cref="MaxBytes"/> bytes.</param>
public sealed record TagPolicyDocument(string Json)
{
    /// <summary>The limit of Organizations for one tag policy.</summary>
    public const int MaxBytes = 10_000;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public int ByteCount => Encoding.UTF8.GetByteCount(Json);

    /// <summary>One policy for all keys.</summary>
    /// <param name="childOperators">What policies on lower levels may do to these settings: <c>@@all</c>, <c>@@none</c>, or some of <c>@@assign</c>, <c>@@append</c>, <c>@@remove</c>.</param>
    /// <exception cref="ProblemException">It is larger than Organizations takes (FIN2010).</exception>
    public static TagPolicyDocument From(TagStandard standard, TagPolicyParts parts = TagPolicyParts.All, params ImmutableArray<string> childOperators) =>
        Write(standard, standard.Keys, parts, childOperators);

    /// <summary>One policy a key, for standards that outgrow one document: up to ten may be attached to one target.</summary>
    /// <exception cref="ProblemException">One of them is larger than Organizations takes (FIN2010).</exception>
    public static ImmutableSortedDictionary<string, TagPolicyDocument> PerKey(TagStandard standard, TagPolicyParts parts = TagPolicyParts.All, params ImmutableArray<string> childOperators) =>
        standard.Keys.ToImmutableSortedDictionary(key => key.Name, key => Write(standard, [key], parts, childOperators), StringComparer.Ordinal);

    private static TagPolicyDocument Write(TagStandard standard, ImmutableArray<TagKeyRule> keys, TagPolicyParts parts, ImmutableArray<string> childOperators)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteStartObject("tags");
            foreach (var key in keys.Where(key => parts.HasFlag(TagPolicyParts.Rules) || !key.EnforcedFor.IsEmpty))
            {
                WriteKey(json, key, parts, childOperators);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        if (buffer.Length > MaxBytes)
        {
            var what = keys.Length == 1 ? $"keys.{keys[0].Name}" : "keys";
            throw new ProblemException([new Problem("FIN2010", standard.Source, what, $"a tag policy of {buffer.Length} bytes", $"at most {MaxBytes} bytes",
                keys.Length == 1 ? "Shorten the list of values or types of this key, or use service:ALL_SUPPORTED." : "Make one policy a key (TagPolicyDocument.PerKey), or use service:ALL_SUPPORTED.")]);
        }

        return new TagPolicyDocument(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void WriteKey(Utf8JsonWriter json, TagKeyRule key, TagPolicyParts parts, ImmutableArray<string> childOperators)
    {
        // Policy keys are compared without casing and merged in lower case; tag_key fixes the casing.
        json.WriteStartObject(key.Name.ToLowerInvariant());
        json.WriteStartObject("tag_key");
        json.WriteString("@@assign", key.Name);
        WriteChildOperators(json, childOperators);
        json.WriteEndObject();
        if (parts.HasFlag(TagPolicyParts.Rules))
        {
            WriteAssign(json, "tag_value", key.Values, childOperators);
        }

        if (parts.HasFlag(TagPolicyParts.Enforcement))
        {
            WriteAssign(json, "enforced_for", key.EnforcedFor, childOperators);
        }

        if (parts.HasFlag(TagPolicyParts.Rules))
        {
            WriteAssign(json, "report_required_tag_for", key.ReportRequiredFor, childOperators);
        }

        json.WriteEndObject();
    }

    private static void WriteChildOperators(Utf8JsonWriter json, ImmutableArray<string> operators)
    {
        // Everything is allowed unless a policy says otherwise.
        if (operators.IsDefaultOrEmpty || operators is ["@@all"])
        {
            return;
        }

        json.WriteStartArray("@@operators_allowed_for_child_policies");
        foreach (var each in operators)
        {
            json.WriteStringValue(each);
        }

        json.WriteEndArray();
    }

    private static void WriteAssign(Utf8JsonWriter json, string setting, ImmutableArray<string> values, ImmutableArray<string> childOperators)
    {
        if (values.IsEmpty)
        {
            return;
        }

        json.WriteStartObject(setting);
        json.WriteStartArray("@@assign");
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
        WriteChildOperators(json, childOperators);
        json.WriteEndObject();
    }
}
