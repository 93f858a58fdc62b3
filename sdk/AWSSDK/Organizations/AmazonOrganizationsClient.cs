using Amazon.Common;
using Amazon.Organizations.Model;
using Amazon.Runtime;

namespace Amazon.Organizations;

/// <inheritdoc cref="IAmazonOrganizations"/>
public class AmazonOrganizationsClient : AwsJsonClient, IAmazonOrganizations
{
    private static readonly AwsOperation<DescribeOrganizationRequest, DescribeOrganizationResponse> DescribeOrganization = new(
        AmazonOrganizationsConfig.Info, "DescribeOrganization", "/", OrganizationsJson.Default.DescribeOrganizationRequest, OrganizationsJson.Default.DescribeOrganizationResponse, AmazonOrganizationsException.From);

    private static readonly AwsOperation<ListAccountsRequest, ListAccountsResponse> ListAccounts = new(
        AmazonOrganizationsConfig.Info, "ListAccounts", "/", OrganizationsJson.Default.ListAccountsRequest, OrganizationsJson.Default.ListAccountsResponse, AmazonOrganizationsException.From);

    private static readonly AwsOperation<ListRootsRequest, ListRootsResponse> ListRoots = new(
        AmazonOrganizationsConfig.Info, "ListRoots", "/", OrganizationsJson.Default.ListRootsRequest, OrganizationsJson.Default.ListRootsResponse, AmazonOrganizationsException.From);

    private static readonly AwsOperation<ListOrganizationalUnitsForParentRequest, ListOrganizationalUnitsForParentResponse> ListOrganizationalUnitsForParent = new(
        AmazonOrganizationsConfig.Info, "ListOrganizationalUnitsForParent", "/", OrganizationsJson.Default.ListOrganizationalUnitsForParentRequest, OrganizationsJson.Default.ListOrganizationalUnitsForParentResponse, AmazonOrganizationsException.From);

    private static readonly AwsOperation<ListAccountsForParentRequest, ListAccountsForParentResponse> ListAccountsForParent = new(
        AmazonOrganizationsConfig.Info, "ListAccountsForParent", "/", OrganizationsJson.Default.ListAccountsForParentRequest, OrganizationsJson.Default.ListAccountsForParentResponse, AmazonOrganizationsException.From);

    private static readonly AwsOperation<ListTagsForResourceRequest, ListTagsForResourceResponse> ListTagsForResource = new(
        AmazonOrganizationsConfig.Info, "ListTagsForResource", "/", OrganizationsJson.Default.ListTagsForResourceRequest, OrganizationsJson.Default.ListTagsForResourceResponse, AmazonOrganizationsException.From);

    private static readonly AwsOperation<ListPoliciesForTargetRequest, ListPoliciesForTargetResponse> ListPoliciesForTarget = new(
        AmazonOrganizationsConfig.Info, "ListPoliciesForTarget", "/", OrganizationsJson.Default.ListPoliciesForTargetRequest, OrganizationsJson.Default.ListPoliciesForTargetResponse, AmazonOrganizationsException.From);

    private static readonly AwsOperation<DescribePolicyRequest, DescribePolicyResponse> DescribePolicy = new(
        AmazonOrganizationsConfig.Info, "DescribePolicy", "/", OrganizationsJson.Default.DescribePolicyRequest, OrganizationsJson.Default.DescribePolicyResponse, AmazonOrganizationsException.From);

    private static readonly AwsOperation<DescribeEffectivePolicyRequest, DescribeEffectivePolicyResponse> DescribeEffectivePolicy = new(
        AmazonOrganizationsConfig.Info, "DescribeEffectivePolicy", "/", OrganizationsJson.Default.DescribeEffectivePolicyRequest, OrganizationsJson.Default.DescribeEffectivePolicyResponse, AmazonOrganizationsException.From);

    public AmazonOrganizationsClient()
        : this(new AmazonOrganizationsConfig()) { }

    public AmazonOrganizationsClient(RegionEndpoint region)
        : this(new AmazonOrganizationsConfig { RegionEndpoint = region }) { }

    public AmazonOrganizationsClient(AmazonOrganizationsConfig config)
        : base(config) { }

    public AmazonOrganizationsClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonOrganizationsConfig { RegionEndpoint = region }) { }

    public AmazonOrganizationsClient(AWSCredentials credentials, AmazonOrganizationsConfig clientConfig)
        : base(credentials, clientConfig) { }

    public IOrganizationsPaginatorFactory Paginators => new OrganizationsPaginatorFactory(this);

    public virtual Task<DescribeOrganizationResponse> DescribeOrganizationAsync(DescribeOrganizationRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(DescribeOrganization, request, cancellationToken);

    public virtual Task<ListAccountsResponse> ListAccountsAsync(ListAccountsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(ListAccounts, request, cancellationToken);

    public virtual Task<ListRootsResponse> ListRootsAsync(ListRootsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(ListRoots, request, cancellationToken);

    public virtual Task<ListOrganizationalUnitsForParentResponse> ListOrganizationalUnitsForParentAsync(ListOrganizationalUnitsForParentRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(ListOrganizationalUnitsForParent, request, cancellationToken);

    public virtual Task<ListAccountsForParentResponse> ListAccountsForParentAsync(ListAccountsForParentRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(ListAccountsForParent, request, cancellationToken);

    public virtual Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(ListTagsForResource, request, cancellationToken);

    public virtual Task<ListPoliciesForTargetResponse> ListPoliciesForTargetAsync(ListPoliciesForTargetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(ListPoliciesForTarget, request, cancellationToken);

    public virtual Task<DescribePolicyResponse> DescribePolicyAsync(DescribePolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(DescribePolicy, request, cancellationToken);

    public virtual Task<DescribeEffectivePolicyResponse> DescribeEffectivePolicyAsync(DescribeEffectivePolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(DescribeEffectivePolicy, request, cancellationToken);
}
