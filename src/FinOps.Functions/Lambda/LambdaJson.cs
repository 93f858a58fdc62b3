using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FinOps.Functions.Lambda;

/// <summary>The JSON of events and of the cost analyzer's answer.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(CostAnalyzerEvent))]
[JsonSerializable(typeof(CostAnalyzerResult))]
[JsonSerializable(typeof(TagActivatorEvent))]
internal sealed partial class LambdaJson : JsonSerializerContext
{
    /// <returns>Null for an empty payload and for <c>null</c>.</returns>
    /// <exception cref="JsonException">Not JSON, or a field of the wrong type.</exception>
    public static async Task<TEvent?> ReadAsync<TEvent>(Stream payload, JsonTypeInfo<TEvent> type, CancellationToken cancellationToken)
        where TEvent : class
    {
        using var text = new MemoryStream();
        await payload.CopyToAsync(text, cancellationToken).ConfigureAwait(false);
        return text.Length == 0 ? null : JsonSerializer.Deserialize(text.ToArray(), type);
    }
}
