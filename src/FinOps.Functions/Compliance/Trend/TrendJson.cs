using System.Text.Json;
using System.Text.Json.Serialization;

namespace FinOps.Functions.Compliance.Trend;

/// <summary>How the figures of a run are kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RunFigures))]
internal sealed partial class TrendJson : JsonSerializerContext
{
    public static string Write(RunFigures figures) => JsonSerializer.Serialize(figures, Default.RunFigures);

    /// <exception cref="JsonException">Something else.</exception>
    public static RunFigures Read(string text) => JsonSerializer.Deserialize(text, Default.RunFigures) ?? throw new JsonException("null");
}
