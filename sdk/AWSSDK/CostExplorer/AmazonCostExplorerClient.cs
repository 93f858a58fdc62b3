using Amazon.Common;
using Amazon.CostExplorer.Model;
using Amazon.Runtime;

namespace Amazon.CostExplorer;

/// <inheritdoc cref="IAmazonCostExplorer"/>
public class AmazonCostExplorerClient : AwsJsonClient, IAmazonCostExplorer
{
    private static readonly AwsOperation<GetCostAndUsageRequest, GetCostAndUsageResponse> GetCostAndUsage = new(
        AmazonCostExplorerConfig.Info, "GetCostAndUsage", "/", CostExplorerJson.Default.GetCostAndUsageRequest, CostExplorerJson.Default.GetCostAndUsageResponse, AmazonCostExplorerException.From);

    private static readonly AwsOperation<GetCostForecastRequest, GetCostForecastResponse> GetCostForecast = new(
        AmazonCostExplorerConfig.Info, "GetCostForecast", "/", CostExplorerJson.Default.GetCostForecastRequest, CostExplorerJson.Default.GetCostForecastResponse, AmazonCostExplorerException.From);

    private static readonly AwsOperation<GetAnomaliesRequest, GetAnomaliesResponse> GetAnomalies = new(
        AmazonCostExplorerConfig.Info, "GetAnomalies", "/", CostExplorerJson.Default.GetAnomaliesRequest, CostExplorerJson.Default.GetAnomaliesResponse, AmazonCostExplorerException.From);

    private static readonly AwsOperation<ListCostAllocationTagsRequest, ListCostAllocationTagsResponse> ListCostAllocationTags = new(
        AmazonCostExplorerConfig.Info, "ListCostAllocationTags", "/", CostExplorerJson.Default.ListCostAllocationTagsRequest, CostExplorerJson.Default.ListCostAllocationTagsResponse, AmazonCostExplorerException.From);

    private static readonly AwsOperation<UpdateCostAllocationTagsStatusRequest, UpdateCostAllocationTagsStatusResponse> UpdateCostAllocationTagsStatus = new(
        AmazonCostExplorerConfig.Info, "UpdateCostAllocationTagsStatus", "/", CostExplorerJson.Default.UpdateCostAllocationTagsStatusRequest, CostExplorerJson.Default.UpdateCostAllocationTagsStatusResponse, AmazonCostExplorerException.From);

    private static readonly AwsOperation<StartCostAllocationTagBackfillRequest, StartCostAllocationTagBackfillResponse> StartCostAllocationTagBackfill = new(
        AmazonCostExplorerConfig.Info, "StartCostAllocationTagBackfill", "/", CostExplorerJson.Default.StartCostAllocationTagBackfillRequest, CostExplorerJson.Default.StartCostAllocationTagBackfillResponse, AmazonCostExplorerException.From);

    private static readonly AwsOperation<ListCostAllocationTagBackfillHistoryRequest, ListCostAllocationTagBackfillHistoryResponse> ListCostAllocationTagBackfillHistory = new(
        AmazonCostExplorerConfig.Info, "ListCostAllocationTagBackfillHistory", "/", CostExplorerJson.Default.ListCostAllocationTagBackfillHistoryRequest, CostExplorerJson.Default.ListCostAllocationTagBackfillHistoryResponse, AmazonCostExplorerException.From);

    private static readonly AwsOperation<GetSavingsPlansCoverageRequest, GetSavingsPlansCoverageResponse> GetSavingsPlansCoverage = new(
        AmazonCostExplorerConfig.Info, "GetSavingsPlansCoverage", "/", CostExplorerJson.Default.GetSavingsPlansCoverageRequest, CostExplorerJson.Default.GetSavingsPlansCoverageResponse, AmazonCostExplorerException.From);

    private static readonly AwsOperation<GetSavingsPlansUtilizationRequest, GetSavingsPlansUtilizationResponse> GetSavingsPlansUtilization = new(
        AmazonCostExplorerConfig.Info, "GetSavingsPlansUtilization", "/", CostExplorerJson.Default.GetSavingsPlansUtilizationRequest, CostExplorerJson.Default.GetSavingsPlansUtilizationResponse, AmazonCostExplorerException.From);

    private static readonly AwsOperation<GetReservationCoverageRequest, GetReservationCoverageResponse> GetReservationCoverage = new(
        AmazonCostExplorerConfig.Info, "GetReservationCoverage", "/", CostExplorerJson.Default.GetReservationCoverageRequest, CostExplorerJson.Default.GetReservationCoverageResponse, AmazonCostExplorerException.From);

    private static readonly AwsOperation<GetReservationUtilizationRequest, GetReservationUtilizationResponse> GetReservationUtilization = new(
        AmazonCostExplorerConfig.Info, "GetReservationUtilization", "/", CostExplorerJson.Default.GetReservationUtilizationRequest, CostExplorerJson.Default.GetReservationUtilizationResponse, AmazonCostExplorerException.From);

    private static readonly AwsOperation<GetRightsizingRecommendationRequest, GetRightsizingRecommendationResponse> GetRightsizingRecommendation = new(
        AmazonCostExplorerConfig.Info, "GetRightsizingRecommendation", "/", CostExplorerJson.Default.GetRightsizingRecommendationRequest, CostExplorerJson.Default.GetRightsizingRecommendationResponse, AmazonCostExplorerException.From);

    private static readonly AwsOperation<GetCostAndUsageWithResourcesRequest, GetCostAndUsageWithResourcesResponse> GetCostAndUsageWithResources = new(
        AmazonCostExplorerConfig.Info, "GetCostAndUsageWithResources", "/", CostExplorerJson.Default.GetCostAndUsageWithResourcesRequest, CostExplorerJson.Default.GetCostAndUsageWithResourcesResponse, AmazonCostExplorerException.From);

    public AmazonCostExplorerClient()
        : this(new AmazonCostExplorerConfig()) { }

    public AmazonCostExplorerClient(RegionEndpoint region)
        : this(new AmazonCostExplorerConfig { RegionEndpoint = region }) { }

    public AmazonCostExplorerClient(AmazonCostExplorerConfig config)
        : base(config) { }

    public AmazonCostExplorerClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonCostExplorerConfig { RegionEndpoint = region }) { }

    public AmazonCostExplorerClient(AWSCredentials credentials, AmazonCostExplorerConfig clientConfig)
        : base(credentials, clientConfig) { }

    public virtual Task<GetCostAndUsageResponse> GetCostAndUsageAsync(GetCostAndUsageRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(GetCostAndUsage, request, cancellationToken);

    public virtual Task<GetCostForecastResponse> GetCostForecastAsync(GetCostForecastRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(GetCostForecast, request, cancellationToken);

    public virtual Task<GetAnomaliesResponse> GetAnomaliesAsync(GetAnomaliesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(GetAnomalies, request, cancellationToken);

    public virtual Task<ListCostAllocationTagsResponse> ListCostAllocationTagsAsync(ListCostAllocationTagsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(ListCostAllocationTags, request, cancellationToken);

    public virtual Task<UpdateCostAllocationTagsStatusResponse> UpdateCostAllocationTagsStatusAsync(UpdateCostAllocationTagsStatusRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(UpdateCostAllocationTagsStatus, request, cancellationToken);

    public virtual Task<StartCostAllocationTagBackfillResponse> StartCostAllocationTagBackfillAsync(StartCostAllocationTagBackfillRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(StartCostAllocationTagBackfill, request, cancellationToken);

    public virtual Task<ListCostAllocationTagBackfillHistoryResponse> ListCostAllocationTagBackfillHistoryAsync(ListCostAllocationTagBackfillHistoryRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(ListCostAllocationTagBackfillHistory, request, cancellationToken);

    public virtual Task<GetSavingsPlansCoverageResponse> GetSavingsPlansCoverageAsync(GetSavingsPlansCoverageRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(GetSavingsPlansCoverage, request, cancellationToken);

    public virtual Task<GetSavingsPlansUtilizationResponse> GetSavingsPlansUtilizationAsync(GetSavingsPlansUtilizationRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(GetSavingsPlansUtilization, request, cancellationToken);

    public virtual Task<GetReservationCoverageResponse> GetReservationCoverageAsync(GetReservationCoverageRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(GetReservationCoverage, request, cancellationToken);

    public virtual Task<GetReservationUtilizationResponse> GetReservationUtilizationAsync(GetReservationUtilizationRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(GetReservationUtilization, request, cancellationToken);

    public virtual Task<GetRightsizingRecommendationResponse> GetRightsizingRecommendationAsync(GetRightsizingRecommendationRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(GetRightsizingRecommendation, request, cancellationToken);

    public virtual Task<GetCostAndUsageWithResourcesResponse> GetCostAndUsageWithResourcesAsync(GetCostAndUsageWithResourcesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(GetCostAndUsageWithResources, request, cancellationToken);
}
