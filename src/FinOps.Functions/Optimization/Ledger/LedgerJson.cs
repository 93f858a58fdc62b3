using System.Text.Json;
using System.Text.Json.Serialization;
using FinOps.Core.Costs;
using FinOps.Core.Optimization.Ledger;

namespace FinOps.Functions.Optimization.Ledger;

/// <summary>The ledger as it is kept. Amounts have their currency, since it is read back.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LedgerMoneyConverter), typeof(LedgerMonthConverter)])]
[JsonSerializable(typeof(SavingsLedger))]
internal sealed partial class LedgerJson : JsonSerializerContext
{
    public static string Write(SavingsLedger ledger) => JsonSerializer.Serialize(ledger, Default.SavingsLedger);

    /// <exception cref="JsonException">The text is no ledger.</exception>
    public static SavingsLedger Read(string text) => JsonSerializer.Deserialize(text, Default.SavingsLedger) is { Entries: not null } ledger ? ledger : throw new JsonException("there are no entries");
}

/// <summary><c>"12.34 USD"</c>.</summary>
internal sealed class LedgerMoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return reader.GetString()?.Split(' ') is [var amount, var currency] ? Money.Parse(amount, currency) : throw new JsonException("an amount is written as 12.34 USD");
        }
        catch (Exception mistake) when (mistake is FormatException or ArgumentException or OverflowException or InvalidOperationException)
        {
            throw new JsonException("an amount is written as 12.34 USD", mistake);
        }
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value.Amount} {value.Currency}"));
}

/// <summary><c>"2026-03"</c>.</summary>
internal sealed class LedgerMonthConverter : JsonConverter<BillingMonth>
{
    public override BillingMonth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        BillingMonth.TryParse(reader.TokenType == JsonTokenType.String ? reader.GetString() ?? "" : "", out var month) ? month : throw new JsonException("a month is written as 2026-03");

    public override void Write(Utf8JsonWriter writer, BillingMonth value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
