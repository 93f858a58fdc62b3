using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.Common;

/// <summary>AWS enumerations are open: a value that this version does not know must pass through, so they travel as plain strings.</summary>
internal sealed class ConstantConverter<TConstant> : JsonConverter<TConstant>
    where TConstant : ConstantClass, IConstant<TConstant>
{
    public override TConstant? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } value ? TConstant.Of(value) : null;

    public override void Write(Utf8JsonWriter writer, TConstant value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
