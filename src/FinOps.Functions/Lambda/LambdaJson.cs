using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Digest;
using FinOps.Functions.Responder;

namespace FinOps.Functions.Lambda;

/// <summary>The JSON of events and answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CostAnalyzerEvent))]
[JsonSerializable(typeof(CostAnalyzerResult))]
[JsonSerializable(typeof(TagActivatorEvent))]
[JsonSerializable(typeof(TagInventoryEvent))]
[JsonSerializable(typeof(TagInventoryResult))]
[JsonSerializable(typeof(HistoricalCostAnalyzerEvent))]
[JsonSerializable(typeof(HistoricalCostAnalyzerResult))]
[JsonSerializable(typeof(ResponderResult))]
[JsonSerializable(typeof(ComplianceCheckerEvent))]
[JsonSerializable(typeof(ComplianceCheckerResult))]
[JsonSerializable(typeof(OptimizationInsightsEvent))]
[JsonSerializable(typeof(OptimizationInsightsResult))]
[JsonSerializable(typeof(NonprodSchedulerEvent))]
[JsonSerializable(typeof(NonprodSchedulerResult))]
[JsonSerializable(typeof(DigestEvent))]
[JsonSerializable(typeof(DigestResult))]
internal sealed partial class LambdaJson : JsonSerializerContext
{
    /// <param name="example">What an event may look like, for who sent something else.</param>
    /// <returns>Null for an empty payload and for <c>null</c>.</returns>
    /// <exception cref="ProblemException">FIN5003: not JSON, or a field of the wrong type.</exception>
    public static async Task<TEvent?> ReadEventAsync<TEvent>(Stream payload, JsonTypeInfo<TEvent> type, string example, CancellationToken cancellationToken)
        where TEvent : class
    {
        using var text = new MemoryStream();
        await payload.CopyToAsync(text, cancellationToken).ConfigureAwait(false);
        try
        {
            return text.Length == 0 ? null : JsonSerializer.Deserialize(text.ToArray(), type);
        }
        catch (JsonException failure)
        {
            throw new ProblemException([new Problem(AwsFailure.Settings, "event", failure.Path ?? "$", failure.Message, "a JSON object", $"Send {{}} or {example}.")], failure);
        }
    }
}
