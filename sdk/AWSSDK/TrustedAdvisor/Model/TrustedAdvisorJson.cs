using System.Text.Json.Serialization;
using Amazon.Common;

namespace Amazon.TrustedAdvisor.Model;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter), typeof(BlobConverter)])]
[JsonSerializable(typeof(ListChecksResponse))]
[JsonSerializable(typeof(ListRecommendationsResponse))]
[JsonSerializable(typeof(ListRecommendationResourcesResponse))]
[JsonSerializable(typeof(ListOrganizationRecommendationsResponse))]
[JsonSerializable(typeof(ListOrganizationRecommendationResourcesResponse))]
internal sealed partial class TrustedAdvisorJson : JsonSerializerContext;
