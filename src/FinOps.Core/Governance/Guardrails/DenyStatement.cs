using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FinOps.Core.Governance.Guardrails;

/// <summary>A statement of a service control policy that is to be written.</summary>
/// <param name="Sid">Letters and digits; unique among all statements of the guardrails.</param>
/// <param name="Conditions">Operator, key, values; all of them must hold for the statement to deny.</param>
internal sealed record DenyStatement(string Sid, ImmutableArray<string> Actions, ImmutableArray<string> Resources, ImmutableArray<DenyCondition> Conditions)
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteString(nameof(Sid), Sid);
            json.WriteString("Effect", "Deny");
            Write(json, "Action", Actions);
            Write(json, "Resource", Resources);
            json.WriteStartObject("Condition");
            foreach (var @operator in Conditions.GroupBy(condition => condition.Operator, StringComparer.Ordinal))
            {
                json.WriteStartObject(@operator.Key);
                foreach (var condition in @operator)
                {
                    Write(json, condition.Key, condition.Values);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>A list of one is written as that one: every byte counts.</summary>
    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        if (values is [var only])
        {
            json.WriteString(name, only);
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}

internal sealed record DenyCondition(string Operator, string Key, ImmutableArray<string> Values)
{
    public static DenyCondition Missing(string key) => new("Null", key, ["true"]);

    public static DenyCondition Present(string key) => new("Null", key, ["false"]);
}
