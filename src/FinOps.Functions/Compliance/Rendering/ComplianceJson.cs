using System.Text.Json;
using System.Text.Json.Serialization;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Compliance.Rendering;

/// <summary>The view model as it is. Amounts are exact decimal numbers in the report's currency; ranges end before <c>end</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    WriteIndented = true,
    Converters = [typeof(MoneyConverter), typeof(DateRangeConverter)])]
[JsonSerializable(typeof(ComplianceReport))]
internal sealed partial class ComplianceJson : JsonSerializerContext
{
    public static string Render(ComplianceReport report) => JsonSerializer.Serialize(report, Default.ComplianceReport);
}
