using Amazon.TrustedAdvisor.Model;
using Amazon.Runtime;

namespace Amazon.TrustedAdvisor;

/// <summary>Trusted Advisor: checks and what they found. Needs a support plan with Trusted Advisor.</summary>
public interface IAmazonTrustedAdvisor : IAmazonService, IDisposable
{
    Task<ListChecksResponse> ListChecksAsync(ListChecksRequest request, CancellationToken cancellationToken = default);

    Task<ListRecommendationsResponse> ListRecommendationsAsync(ListRecommendationsRequest request, CancellationToken cancellationToken = default);

    Task<ListRecommendationResourcesResponse> ListRecommendationResourcesAsync(ListRecommendationResourcesRequest request, CancellationToken cancellationToken = default);

    Task<ListOrganizationRecommendationsResponse> ListOrganizationRecommendationsAsync(ListOrganizationRecommendationsRequest request, CancellationToken cancellationToken = default);

    Task<ListOrganizationRecommendationResourcesResponse> ListOrganizationRecommendationResourcesAsync(ListOrganizationRecommendationResourcesRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonTrustedAdvisorConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        awsCredentials is null ? new AmazonTrustedAdvisorClient((AmazonTrustedAdvisorConfig)clientConfig) : new AmazonTrustedAdvisorClient(awsCredentials, (AmazonTrustedAdvisorConfig)clientConfig);
}
