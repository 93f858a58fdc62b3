using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FinOps.Functions.Chat;

internal static class ChatJson
{
    // Receivers read JSON, not a page: an escape for every letter beyond ASCII would only eat up their limits.
    private static readonly JsonWriterOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Bytes(JsonNode message)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Written))
            message.WriteTo(writer);
        return buffer.ToArray();
    }

    /// <summary>The fullest form that is not larger than the receiver takes.</summary>
    public static byte[] Fitting(int mostBytes, Func<ChatLimits, JsonNode> render)
    {
        var bytes = Bytes(render(ChatLimits.Steps[0]));
        foreach (var limits in ChatLimits.Steps.Skip(1))
        {
            if (bytes.Length <= mostBytes)
                break;
            bytes = Bytes(render(limits));
        }

        return bytes;
    }
}
