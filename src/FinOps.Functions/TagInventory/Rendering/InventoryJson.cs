using System.Text.Json;
using System.Text.Json.Serialization;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.TagInventory.Rendering;

/// <summary>The view model as it is. Amounts are exact decimal numbers in US dollars; ranges end before <c>end</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    WriteIndented = true,
    Converters = [typeof(MoneyConverter), typeof(DateRangeConverter)])]
[JsonSerializable(typeof(TagInventoryReport))]
internal sealed partial class InventoryJson : JsonSerializerContext
{
    public static string Render(TagInventoryReport report) => JsonSerializer.Serialize(report, Default.TagInventoryReport);
}
