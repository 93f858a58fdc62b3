using System.Text.Json;
using System.Text.Json.Serialization;
using FinOps.Functions.Optimization.Ledger;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Optimization.Rendering;

/// <summary>The view model as it is. Amounts are exact and carry their currency, <c>"12.34 USD"</c>, because opportunities may have several; ranges end before <c>end</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    WriteIndented = true,
    Converters = [typeof(LedgerMoneyConverter), typeof(DateRangeConverter), typeof(LedgerMonthConverter)])]
[JsonSerializable(typeof(OptimizationReport))]
internal sealed partial class OptimizationJson : JsonSerializerContext
{
    public static string Render(OptimizationReport report) => JsonSerializer.Serialize(report, Default.OptimizationReport);
}
