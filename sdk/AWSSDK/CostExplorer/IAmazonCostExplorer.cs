using Amazon.CostExplorer.Model;
using Amazon.Runtime;

namespace Amazon.CostExplorer;

/// <summary>Cost Explorer: every successful request, and every page, costs 0.01 USD.</summary>
public interface IAmazonCostExplorer : IAmazonService, IDisposable
{
    Task<GetCostAndUsageResponse> GetCostAndUsageAsync(GetCostAndUsageRequest request, CancellationToken cancellationToken = default);

    Task<GetCostForecastResponse> GetCostForecastAsync(GetCostForecastRequest request, CancellationToken cancellationToken = default);

    Task<GetAnomaliesResponse> GetAnomaliesAsync(GetAnomaliesRequest request, CancellationToken cancellationToken = default);

    Task<ListCostAllocationTagsResponse> ListCostAllocationTagsAsync(ListCostAllocationTagsRequest request, CancellationToken cancellationToken = default);

    Task<UpdateCostAllocationTagsStatusResponse> UpdateCostAllocationTagsStatusAsync(UpdateCostAllocationTagsStatusRequest request, CancellationToken cancellationToken = default);

    Task<StartCostAllocationTagBackfillResponse> StartCostAllocationTagBackfillAsync(StartCostAllocationTagBackfillRequest request, CancellationToken cancellationToken = default);

    Task<ListCostAllocationTagBackfillHistoryResponse> ListCostAllocationTagBackfillHistoryAsync(ListCostAllocationTagBackfillHistoryRequest request, CancellationToken cancellationToken = default);

    Task<GetSavingsPlansCoverageResponse> GetSavingsPlansCoverageAsync(GetSavingsPlansCoverageRequest request, CancellationToken cancellationToken = default);

    Task<GetSavingsPlansUtilizationResponse> GetSavingsPlansUtilizationAsync(GetSavingsPlansUtilizationRequest request, CancellationToken cancellationToken = default);

    Task<GetReservationCoverageResponse> GetReservationCoverageAsync(GetReservationCoverageRequest request, CancellationToken cancellationToken = default);

    Task<GetReservationUtilizationResponse> GetReservationUtilizationAsync(GetReservationUtilizationRequest request, CancellationToken cancellationToken = default);

    Task<GetRightsizingRecommendationResponse> GetRightsizingRecommendationAsync(GetRightsizingRecommendationRequest request, CancellationToken cancellationToken = default);

    Task<GetCostAndUsageWithResourcesResponse> GetCostAndUsageWithResourcesAsync(GetCostAndUsageWithResourcesRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCostExplorerConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        awsCredentials is null ? new AmazonCostExplorerClient((AmazonCostExplorerConfig)clientConfig) : new AmazonCostExplorerClient(awsCredentials, (AmazonCostExplorerConfig)clientConfig);
}
