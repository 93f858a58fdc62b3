using System.Text.Json;
using System.Text.Json.Serialization;
using FinOps.Core.Costs;

namespace FinOps.Functions.Rendering;

internal sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A report is written, never read back: an amount alone does not say its currency.");

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Amount);
}
