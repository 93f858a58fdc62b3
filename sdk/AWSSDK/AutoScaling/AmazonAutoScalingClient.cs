using Amazon.AutoScaling.Model;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.AutoScaling;

/// <inheritdoc cref="IAmazonAutoScaling"/>
public class AmazonAutoScalingClient : AwsQueryClient, IAmazonAutoScaling
{
    private static readonly QueryOperation<DescribeAutoScalingGroupsRequest, DescribeAutoScalingGroupsResponse> DescribeAutoScalingGroups = new(
        AmazonAutoScalingConfig.Info, "DescribeAutoScalingGroups", static (form, request) => request.WriteTo(form), DescribeAutoScalingGroupsResponse.Read, AmazonAutoScalingException.From);

    private static readonly QueryOperation<UpdateAutoScalingGroupRequest, UpdateAutoScalingGroupResponse> UpdateAutoScalingGroup = new(
        AmazonAutoScalingConfig.Info, "UpdateAutoScalingGroup", static (form, request) => request.WriteTo(form), UpdateAutoScalingGroupResponse.Read, AmazonAutoScalingException.From);

    private static readonly QueryOperation<CreateOrUpdateTagsRequest, CreateOrUpdateTagsResponse> CreateOrUpdateTags = new(
        AmazonAutoScalingConfig.Info, "CreateOrUpdateTags", static (form, request) => request.WriteTo(form), CreateOrUpdateTagsResponse.Read, AmazonAutoScalingException.From);

    public AmazonAutoScalingClient()
        : this(new AmazonAutoScalingConfig()) { }

    public AmazonAutoScalingClient(RegionEndpoint region)
        : this(new AmazonAutoScalingConfig { RegionEndpoint = region }) { }

    public AmazonAutoScalingClient(AmazonAutoScalingConfig config)
        : base(config) { }

    public AmazonAutoScalingClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonAutoScalingConfig { RegionEndpoint = region }) { }

    public AmazonAutoScalingClient(AWSCredentials credentials, AmazonAutoScalingConfig clientConfig)
        : base(credentials, clientConfig) { }

    public virtual Task<DescribeAutoScalingGroupsResponse> DescribeAutoScalingGroupsAsync(DescribeAutoScalingGroupsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(DescribeAutoScalingGroups, request, cancellationToken);

    public virtual Task<UpdateAutoScalingGroupResponse> UpdateAutoScalingGroupAsync(UpdateAutoScalingGroupRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(UpdateAutoScalingGroup, request, cancellationToken);

    public virtual Task<CreateOrUpdateTagsResponse> CreateOrUpdateTagsAsync(CreateOrUpdateTagsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(CreateOrUpdateTags, request, cancellationToken);
}
