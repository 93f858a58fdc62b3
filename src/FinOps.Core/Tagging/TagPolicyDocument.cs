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
    /// <exception cref="ProblemException">It is larger than Organizations takes (FIN2010).</exception>
    public static TagPolicyDocument From(TagStandard standard) => Write(standard, standard.Keys);

    /// <summary>One policy a key, for standards that outgrow one document: up to ten may be attached to one target.</summary>
    /// <exception cref="ProblemException">One of them is larger than Organizations takes (FIN2010).</exception>
    public static ImmutableSortedDictionary<string, TagPolicyDocument> PerKey(TagStandard standard) =>
        standard.Keys.ToImmutableSortedDictionary(key => key.Name, key => Write(standard, [key]), StringComparer.Ordinal);

    private static TagPolicyDocument Write(TagStandard standard, ImmutableArray<TagKeyRule> keys)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteStartObject("tags");
            foreach (var key in keys)
            {
                WriteKey(json, key);
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

    private static void WriteKey(Utf8JsonWriter json, TagKeyRule key)
    {
        // Policy keys are compared without casing and merged in lower case; tag_key fixes the casing.
        json.WriteStartObject(key.Name.ToLowerInvariant());
        json.WriteStartObject("tag_key");
        json.WriteString("@@assign", key.Name);
        json.WriteEndObject();
        WriteAssign(json, "tag_value", key.Values);
        WriteAssign(json, "enforced_for", key.EnforcedFor);
        WriteAssign(json, "report_required_tag_for", key.ReportRequiredFor);
        json.WriteEndObject();
    }

    private static void WriteAssign(Utf8JsonWriter json, string setting, ImmutableArray<string> values)
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
        json.WriteEndObject();
    }
}
