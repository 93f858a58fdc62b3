using System.Text.Json;

namespace FinOps.Core.TagPolicies;

/// <summary>How JSON is told to a person.</summary>
internal static class JsonText
{
    public static string Quote(string text) => $"'{(text.Length <= 80 ? text : text[..77] + "...")}'";

    public static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => $"a list of {value.GetArrayLength()}",
        JsonValueKind.String => Quote(value.GetString()!),
        JsonValueKind.Null => "null",
        JsonValueKind.Undefined => "nothing",
        _ => value.GetRawText(),
    };

    public static string Where(JsonException wrong) => $"no JSON at line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}";
}
