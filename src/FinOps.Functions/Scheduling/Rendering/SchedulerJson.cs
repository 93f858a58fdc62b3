using System.Text.Json;
using System.Text.Json.Serialization;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Scheduling.Rendering;

/// <summary>The view model as it is. Amounts are exact decimal numbers in the report's currency.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    WriteIndented = true,
    Converters = [typeof(MoneyConverter), typeof(DateRangeConverter)])]
[JsonSerializable(typeof(SchedulerReport))]
internal sealed partial class SchedulerJson : JsonSerializerContext
{
    public static string Render(SchedulerReport report) => JsonSerializer.Serialize(report, Default.SchedulerReport);
}
