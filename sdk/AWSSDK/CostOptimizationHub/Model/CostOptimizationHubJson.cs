using System.Text.Json.Serialization;
using Amazon.Common;

namespace Amazon.CostOptimizationHub.Model;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter), typeof(BlobConverter)])]
[JsonSerializable(typeof(ListEnrollmentStatusesRequest))]
[JsonSerializable(typeof(ListEnrollmentStatusesResponse))]
[JsonSerializable(typeof(ListRecommendationsRequest))]
[JsonSerializable(typeof(ListRecommendationsResponse))]
[JsonSerializable(typeof(ListRecommendationSummariesRequest))]
[JsonSerializable(typeof(ListRecommendationSummariesResponse))]
internal sealed partial class CostOptimizationHubJson : JsonSerializerContext;
