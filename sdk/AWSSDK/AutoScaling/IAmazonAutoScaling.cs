using Amazon.AutoScaling.Model;
using Amazon.Runtime;

namespace Amazon.AutoScaling;

/// <summary>Auto Scaling, as far as sizes and tags of groups go.</summary>
public interface IAmazonAutoScaling : IAmazonService, IDisposable
{
    Task<DescribeAutoScalingGroupsResponse> DescribeAutoScalingGroupsAsync(DescribeAutoScalingGroupsRequest request, CancellationToken cancellationToken = default);

    Task<UpdateAutoScalingGroupResponse> UpdateAutoScalingGroupAsync(UpdateAutoScalingGroupRequest request, CancellationToken cancellationToken = default);

    Task<CreateOrUpdateTagsResponse> CreateOrUpdateTagsAsync(CreateOrUpdateTagsRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonAutoScalingConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        awsCredentials is null ? new AmazonAutoScalingClient((AmazonAutoScalingConfig)clientConfig) : new AmazonAutoScalingClient(awsCredentials, (AmazonAutoScalingConfig)clientConfig);
}
