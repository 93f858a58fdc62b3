using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace FinOps.LocalAws.Wire;

/// <summary>What goes back over the wire.</summary>
internal sealed record WireResponse
{
    // S3 keys may hold characters that XML 1.0 cannot; S3 writes them as character references, and so does this.
    private static readonly XmlWriterSettings XmlSettings = new() { Encoding = new UTF8Encoding(false), CheckCharacters = false };

    public int Status { get; init; } = 200;

    public Dictionary<string, string> Headers { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Writes a body too large to hold; <see cref="StreamLength"/> tells its length. Used instead of <see cref="Body"/>.</summary>
    public Func<Stream, CancellationToken, Task>? Stream { get; init; }

    public long StreamLength { get; init; }

    /// <summary>The error code for the call log; null for an answer.</summary>
    public string? Error { get; init; }

    public static WireResponse Empty(int status = 200) => new() { Status = status };

    public static WireResponse Json(JsonNode body, string contentType = "application/json", int status = 200) => new()
    {
        Status = status,
        Headers = { ["Content-Type"] = contentType },
        Body = Encoding.UTF8.GetBytes(body.ToJsonString()),
    };

    public static WireResponse Xml(XElement body, string contentType = "application/xml", int status = 200)
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, XmlSettings))
            body.Save(writer);
        return new() { Status = status, Headers = { ["Content-Type"] = contentType }, Body = buffer.ToArray() };
    }
}
