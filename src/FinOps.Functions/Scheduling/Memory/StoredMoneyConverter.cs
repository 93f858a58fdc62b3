using System.Text.Json;
using System.Text.Json.Serialization;
using FinOps.Core.Costs;

namespace FinOps.Functions.Scheduling.Memory;

/// <summary>Money that is read back: <c>"12.3456 USD"</c>.</summary>
internal sealed class StoredMoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return reader.GetString()?.Split(' ') is [var amount, var currency] ? Money.Parse(amount, currency) : throw new JsonException("no amount with a currency");
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException or OverflowException)
        {
            throw new JsonException(failure.Message, failure);
        }
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value.Amount} {value.Currency}"));
}
