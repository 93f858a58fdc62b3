using Amazon.CostOptimizationHub.Model;
using Amazon.Runtime;

namespace Amazon.CostOptimizationHub;

/// <summary>Cost Optimization Hub: savings opportunities of the whole organization, from one region, free of charge.</summary>
public interface IAmazonCostOptimizationHub : IAmazonService, IDisposable
{
    Task<ListEnrollmentStatusesResponse> ListEnrollmentStatusesAsync(ListEnrollmentStatusesRequest request, CancellationToken cancellationToken = default);

    Task<ListRecommendationsResponse> ListRecommendationsAsync(ListRecommendationsRequest request, CancellationToken cancellationToken = default);

    Task<ListRecommendationSummariesResponse> ListRecommendationSummariesAsync(ListRecommendationSummariesRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCostOptimizationHubConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        awsCredentials is null ? new AmazonCostOptimizationHubClient((AmazonCostOptimizationHubConfig)clientConfig) : new AmazonCostOptimizationHubClient(awsCredentials, (AmazonCostOptimizationHubConfig)clientConfig);
}
