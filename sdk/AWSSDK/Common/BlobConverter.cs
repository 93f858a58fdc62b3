using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Common;

/// <summary>Blobs are base64 in JSON and a <see cref="MemoryStream"/> in the official models.</summary>
internal sealed class BlobConverter : JsonConverter<MemoryStream>
{
    public override MemoryStream Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, MemoryStream value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(value.ToArray());
}
