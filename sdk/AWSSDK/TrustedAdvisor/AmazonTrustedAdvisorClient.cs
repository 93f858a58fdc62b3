using System.Globalization;
using Amazon.Common;
using Amazon.TrustedAdvisor.Model;
using Amazon.Runtime;

namespace Amazon.TrustedAdvisor;

/// <inheritdoc cref="IAmazonTrustedAdvisor"/>
public class AmazonTrustedAdvisorClient : AwsJsonClient, IAmazonTrustedAdvisor
{
    private static readonly AwsGetOperation<ListChecksRequest, ListChecksResponse> ListChecks = new(
        AmazonTrustedAdvisorConfig.Info, "/v1/checks", static _ => [],
        static request => [("nextToken", request.NextToken), ("maxResults", request.MaxResults?.ToString(CultureInfo.InvariantCulture)), ("pillar", request.Pillar?.Value)],
        TrustedAdvisorJson.Default.ListChecksResponse, AmazonTrustedAdvisorException.From);

    private static readonly AwsGetOperation<ListRecommendationsRequest, ListRecommendationsResponse> ListRecommendations = new(
        AmazonTrustedAdvisorConfig.Info, "/v1/recommendations", static _ => [],
        static request => [("nextToken", request.NextToken), ("maxResults", request.MaxResults?.ToString(CultureInfo.InvariantCulture)), ("type", request.Type?.Value), ("status", request.Status?.Value), ("pillar", request.Pillar?.Value), ("source", request.Source?.Value)],
        TrustedAdvisorJson.Default.ListRecommendationsResponse, AmazonTrustedAdvisorException.From);

    private static readonly AwsGetOperation<ListRecommendationResourcesRequest, ListRecommendationResourcesResponse> ListRecommendationResources = new(
        AmazonTrustedAdvisorConfig.Info, "/v1/recommendations/{recommendationIdentifier}/resources", static request => [("{recommendationIdentifier}", request.RecommendationIdentifier)],
        static request => [("nextToken", request.NextToken), ("maxResults", request.MaxResults?.ToString(CultureInfo.InvariantCulture)), ("status", request.Status?.Value), ("exclusionStatus", request.ExclusionStatus?.Value)],
        TrustedAdvisorJson.Default.ListRecommendationResourcesResponse, AmazonTrustedAdvisorException.From);

    private static readonly AwsGetOperation<ListOrganizationRecommendationsRequest, ListOrganizationRecommendationsResponse> ListOrganizationRecommendations = new(
        AmazonTrustedAdvisorConfig.Info, "/v1/organization-recommendations", static _ => [],
        static request => [("nextToken", request.NextToken), ("maxResults", request.MaxResults?.ToString(CultureInfo.InvariantCulture)), ("type", request.Type?.Value), ("status", request.Status?.Value), ("pillar", request.Pillar?.Value), ("source", request.Source?.Value)],
        TrustedAdvisorJson.Default.ListOrganizationRecommendationsResponse, AmazonTrustedAdvisorException.From);

    private static readonly AwsGetOperation<ListOrganizationRecommendationResourcesRequest, ListOrganizationRecommendationResourcesResponse> ListOrganizationRecommendationResources = new(
        AmazonTrustedAdvisorConfig.Info, "/v1/organization-recommendations/{organizationRecommendationIdentifier}/resources", static request => [("{organizationRecommendationIdentifier}", request.OrganizationRecommendationIdentifier)],
        static request => [("nextToken", request.NextToken), ("maxResults", request.MaxResults?.ToString(CultureInfo.InvariantCulture)), ("status", request.Status?.Value), ("exclusionStatus", request.ExclusionStatus?.Value)],
        TrustedAdvisorJson.Default.ListOrganizationRecommendationResourcesResponse, AmazonTrustedAdvisorException.From);

    public AmazonTrustedAdvisorClient()
        : this(new AmazonTrustedAdvisorConfig()) { }

    public AmazonTrustedAdvisorClient(RegionEndpoint region)
        : this(new AmazonTrustedAdvisorConfig { RegionEndpoint = region }) { }

    public AmazonTrustedAdvisorClient(AmazonTrustedAdvisorConfig config)
        : base(config) { }

    public AmazonTrustedAdvisorClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonTrustedAdvisorConfig { RegionEndpoint = region }) { }

    public AmazonTrustedAdvisorClient(AWSCredentials credentials, AmazonTrustedAdvisorConfig clientConfig)
        : base(credentials, clientConfig) { }

    public virtual Task<ListChecksResponse> ListChecksAsync(ListChecksRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(ListChecks, request, cancellationToken);

    public virtual Task<ListRecommendationsResponse> ListRecommendationsAsync(ListRecommendationsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(ListRecommendations, request, cancellationToken);

    public virtual Task<ListRecommendationResourcesResponse> ListRecommendationResourcesAsync(ListRecommendationResourcesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(ListRecommendationResources, request, cancellationToken);

    public virtual Task<ListOrganizationRecommendationsResponse> ListOrganizationRecommendationsAsync(ListOrganizationRecommendationsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(ListOrganizationRecommendations, request, cancellationToken);

    public virtual Task<ListOrganizationRecommendationResourcesResponse> ListOrganizationRecommendationResourcesAsync(ListOrganizationRecommendationResourcesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(ListOrganizationRecommendationResources, request, cancellationToken);
}
