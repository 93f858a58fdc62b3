using Amazon.Common;
using Amazon.CostOptimizationHub.Model;
using Amazon.Runtime;

namespace Amazon.CostOptimizationHub;

/// <inheritdoc cref="IAmazonCostOptimizationHub"/>
public class AmazonCostOptimizationHubClient : AwsJsonClient, IAmazonCostOptimizationHub
{
    private static readonly AwsOperation<ListEnrollmentStatusesRequest, ListEnrollmentStatusesResponse> ListEnrollmentStatuses = new(
        AmazonCostOptimizationHubConfig.Info, "ListEnrollmentStatuses", "/", CostOptimizationHubJson.Default.ListEnrollmentStatusesRequest, CostOptimizationHubJson.Default.ListEnrollmentStatusesResponse, AmazonCostOptimizationHubException.From);

    private static readonly AwsOperation<ListRecommendationsRequest, ListRecommendationsResponse> ListRecommendations = new(
        AmazonCostOptimizationHubConfig.Info, "ListRecommendations", "/", CostOptimizationHubJson.Default.ListRecommendationsRequest, CostOptimizationHubJson.Default.ListRecommendationsResponse, AmazonCostOptimizationHubException.From);

    private static readonly AwsOperation<ListRecommendationSummariesRequest, ListRecommendationSummariesResponse> ListRecommendationSummaries = new(
        AmazonCostOptimizationHubConfig.Info, "ListRecommendationSummaries", "/", CostOptimizationHubJson.Default.ListRecommendationSummariesRequest, CostOptimizationHubJson.Default.ListRecommendationSummariesResponse, AmazonCostOptimizationHubException.From);

    public AmazonCostOptimizationHubClient()
        : this(new AmazonCostOptimizationHubConfig()) { }

    public AmazonCostOptimizationHubClient(RegionEndpoint region)
        : this(new AmazonCostOptimizationHubConfig { RegionEndpoint = region }) { }

    public AmazonCostOptimizationHubClient(AmazonCostOptimizationHubConfig config)
        : base(config) { }

    public AmazonCostOptimizationHubClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonCostOptimizationHubConfig { RegionEndpoint = region }) { }

    public AmazonCostOptimizationHubClient(AWSCredentials credentials, AmazonCostOptimizationHubConfig clientConfig)
        : base(credentials, clientConfig) { }

    public virtual Task<ListEnrollmentStatusesResponse> ListEnrollmentStatusesAsync(ListEnrollmentStatusesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(ListEnrollmentStatuses, request, cancellationToken);

    public virtual Task<ListRecommendationsResponse> ListRecommendationsAsync(ListRecommendationsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(ListRecommendations, request, cancellationToken);

    public virtual Task<ListRecommendationSummariesResponse> ListRecommendationSummariesAsync(ListRecommendationSummariesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(ListRecommendationSummaries, request, cancellationToken);
}
