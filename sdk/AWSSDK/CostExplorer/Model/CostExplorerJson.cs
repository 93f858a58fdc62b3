using System.Text.Json.Serialization;
using Amazon.Common;

namespace Amazon.CostExplorer.Model;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter), typeof(BlobConverter)])]
[JsonSerializable(typeof(GetCostAndUsageRequest))]
[JsonSerializable(typeof(GetCostAndUsageResponse))]
[JsonSerializable(typeof(GetCostForecastRequest))]
[JsonSerializable(typeof(GetCostForecastResponse))]
[JsonSerializable(typeof(GetAnomaliesRequest))]
[JsonSerializable(typeof(GetAnomaliesResponse))]
[JsonSerializable(typeof(ListCostAllocationTagsRequest))]
[JsonSerializable(typeof(ListCostAllocationTagsResponse))]
[JsonSerializable(typeof(UpdateCostAllocationTagsStatusRequest))]
[JsonSerializable(typeof(UpdateCostAllocationTagsStatusResponse))]
[JsonSerializable(typeof(StartCostAllocationTagBackfillRequest))]
[JsonSerializable(typeof(StartCostAllocationTagBackfillResponse))]
[JsonSerializable(typeof(ListCostAllocationTagBackfillHistoryRequest))]
[JsonSerializable(typeof(ListCostAllocationTagBackfillHistoryResponse))]
[JsonSerializable(typeof(GetSavingsPlansCoverageRequest))]
[JsonSerializable(typeof(GetSavingsPlansCoverageResponse))]
[JsonSerializable(typeof(GetSavingsPlansUtilizationRequest))]
[JsonSerializable(typeof(GetSavingsPlansUtilizationResponse))]
[JsonSerializable(typeof(GetReservationCoverageRequest))]
[JsonSerializable(typeof(GetReservationCoverageResponse))]
[JsonSerializable(typeof(GetReservationUtilizationRequest))]
[JsonSerializable(typeof(GetReservationUtilizationResponse))]
[JsonSerializable(typeof(GetRightsizingRecommendationRequest))]
[JsonSerializable(typeof(GetRightsizingRecommendationResponse))]
[JsonSerializable(typeof(GetCostAndUsageWithResourcesRequest))]
[JsonSerializable(typeof(GetCostAndUsageWithResourcesResponse))]
internal sealed partial class CostExplorerJson : JsonSerializerContext;
