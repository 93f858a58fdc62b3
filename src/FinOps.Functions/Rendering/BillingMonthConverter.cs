using System.Text.Json;
using System.Text.Json.Serialization;
using FinOps.Core.Costs;

namespace FinOps.Functions.Rendering;

internal sealed class BillingMonthConverter : JsonConverter<BillingMonth>
{
    public override BillingMonth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A report is written, never read back.");

    public override void Write(Utf8JsonWriter writer, BillingMonth value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
