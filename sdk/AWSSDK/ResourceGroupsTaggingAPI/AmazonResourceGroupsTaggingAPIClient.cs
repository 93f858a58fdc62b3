using Amazon.Common;
using Amazon.Runtime;
using Amazon.ResourceGroupsTaggingAPI.Model;

namespace Amazon.ResourceGroupsTaggingAPI;

/// <inheritdoc cref="IAmazonResourceGroupsTaggingAPI"/>
public class AmazonResourceGroupsTaggingAPIClient : AwsJsonClient, IAmazonResourceGroupsTaggingAPI
{
    private static readonly AwsOperation<GetResourcesRequest, GetResourcesResponse> GetResources = new(
        AmazonResourceGroupsTaggingAPIConfig.Info, "GetResources", "/", ResourceGroupsTaggingAPIJson.Default.GetResourcesRequest, ResourceGroupsTaggingAPIJson.Default.GetResourcesResponse, AmazonResourceGroupsTaggingAPIException.From);

    private static readonly AwsOperation<GetTagKeysRequest, GetTagKeysResponse> GetTagKeys = new(
        AmazonResourceGroupsTaggingAPIConfig.Info, "GetTagKeys", "/", ResourceGroupsTaggingAPIJson.Default.GetTagKeysRequest, ResourceGroupsTaggingAPIJson.Default.GetTagKeysResponse, AmazonResourceGroupsTaggingAPIException.From);

    private static readonly AwsOperation<GetTagValuesRequest, GetTagValuesResponse> GetTagValues = new(
        AmazonResourceGroupsTaggingAPIConfig.Info, "GetTagValues", "/", ResourceGroupsTaggingAPIJson.Default.GetTagValuesRequest, ResourceGroupsTaggingAPIJson.Default.GetTagValuesResponse, AmazonResourceGroupsTaggingAPIException.From);

    private static readonly AwsOperation<TagResourcesRequest, TagResourcesResponse> TagResources = new(
        AmazonResourceGroupsTaggingAPIConfig.Info, "TagResources", "/", ResourceGroupsTaggingAPIJson.Default.TagResourcesRequest, ResourceGroupsTaggingAPIJson.Default.TagResourcesResponse, AmazonResourceGroupsTaggingAPIException.From);

    private static readonly AwsOperation<UntagResourcesRequest, UntagResourcesResponse> UntagResources = new(
        AmazonResourceGroupsTaggingAPIConfig.Info, "UntagResources", "/", ResourceGroupsTaggingAPIJson.Default.UntagResourcesRequest, ResourceGroupsTaggingAPIJson.Default.UntagResourcesResponse, AmazonResourceGroupsTaggingAPIException.From);

    private static readonly AwsOperation<GetComplianceSummaryRequest, GetComplianceSummaryResponse> GetComplianceSummary = new(
        AmazonResourceGroupsTaggingAPIConfig.Info, "GetComplianceSummary", "/", ResourceGroupsTaggingAPIJson.Default.GetComplianceSummaryRequest, ResourceGroupsTaggingAPIJson.Default.GetComplianceSummaryResponse, AmazonResourceGroupsTaggingAPIException.From);

    public AmazonResourceGroupsTaggingAPIClient()
        : this(new AmazonResourceGroupsTaggingAPIConfig()) { }

    public AmazonResourceGroupsTaggingAPIClient(RegionEndpoint region)
        : this(new AmazonResourceGroupsTaggingAPIConfig { RegionEndpoint = region }) { }

    public AmazonResourceGroupsTaggingAPIClient(AmazonResourceGroupsTaggingAPIConfig config)
        : base(config) { }

    public AmazonResourceGroupsTaggingAPIClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonResourceGroupsTaggingAPIConfig { RegionEndpoint = region }) { }

    public AmazonResourceGroupsTaggingAPIClient(AWSCredentials credentials, AmazonResourceGroupsTaggingAPIConfig clientConfig)
        : base(credentials, clientConfig) { }

    public virtual Task<GetResourcesResponse> GetResourcesAsync(GetResourcesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(GetResources, request, cancellationToken);

    public virtual Task<GetTagKeysResponse> GetTagKeysAsync(GetTagKeysRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(GetTagKeys, request, cancellationToken);

    public virtual Task<GetTagValuesResponse> GetTagValuesAsync(GetTagValuesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(GetTagValues, request, cancellationToken);

    public virtual Task<TagResourcesResponse> TagResourcesAsync(TagResourcesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(TagResources, request, cancellationToken);

    public virtual Task<UntagResourcesResponse> UntagResourcesAsync(UntagResourcesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(UntagResources, request, cancellationToken);

    public virtual Task<GetComplianceSummaryResponse> GetComplianceSummaryAsync(GetComplianceSummaryRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(GetComplianceSummary, request, cancellationToken);
}
