using System.Text.Json;
using System.Text.Json.Serialization;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.History.Rendering;

/// <summary>The view model as it is. Amounts are exact decimal numbers in the report's currency; ranges end before <c>end</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    WriteIndented = true,
    Converters = [typeof(MoneyConverter), typeof(DateRangeConverter), typeof(BillingMonthConverter)])]
[JsonSerializable(typeof(HistoryReport))]
internal sealed partial class HistoryJson : JsonSerializerContext
{
    public static string Render(HistoryReport report) => JsonSerializer.Serialize(report, Default.HistoryReport);
}
