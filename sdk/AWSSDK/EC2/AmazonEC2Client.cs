using Amazon.Common;
using Amazon.EC2.Model;
using Amazon.Runtime;

namespace Amazon.EC2;

/// <inheritdoc cref="IAmazonEC2"/>
public class AmazonEC2Client : AwsQueryClient, IAmazonEC2
{
    private static readonly QueryOperation<DescribeRegionsRequest, DescribeRegionsResponse> DescribeRegions = new(
        AmazonEC2Config.Info, "DescribeRegions", static (form, request) => request.WriteTo(form), DescribeRegionsResponse.Read, AmazonEC2Exception.From);

    private static readonly QueryOperation<DescribeInstancesRequest, DescribeInstancesResponse> DescribeInstances = new(
        AmazonEC2Config.Info, "DescribeInstances", static (form, request) => request.WriteTo(form), DescribeInstancesResponse.Read, AmazonEC2Exception.From);

    private static readonly QueryOperation<StartInstancesRequest, StartInstancesResponse> StartInstances = new(
        AmazonEC2Config.Info, "StartInstances", static (form, request) => request.WriteTo(form), StartInstancesResponse.Read, AmazonEC2Exception.From);

    private static readonly QueryOperation<StopInstancesRequest, StopInstancesResponse> StopInstances = new(
        AmazonEC2Config.Info, "StopInstances", static (form, request) => request.WriteTo(form), StopInstancesResponse.Read, AmazonEC2Exception.From);

    public AmazonEC2Client()
        : this(new AmazonEC2Config()) { }

    public AmazonEC2Client(RegionEndpoint region)
        : this(new AmazonEC2Config { RegionEndpoint = region }) { }

    public AmazonEC2Client(AmazonEC2Config config)
        : base(config) { }

    public AmazonEC2Client(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonEC2Config { RegionEndpoint = region }) { }

    public AmazonEC2Client(AWSCredentials credentials, AmazonEC2Config clientConfig)
        : base(credentials, clientConfig) { }

    public virtual Task<DescribeRegionsResponse> DescribeRegionsAsync(DescribeRegionsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(DescribeRegions, request, cancellationToken);

    public virtual Task<DescribeInstancesResponse> DescribeInstancesAsync(DescribeInstancesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(DescribeInstances, request, cancellationToken);

    public virtual Task<StartInstancesResponse> StartInstancesAsync(StartInstancesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(StartInstances, request, cancellationToken);

    public virtual Task<StopInstancesResponse> StopInstancesAsync(StopInstancesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(StopInstances, request, cancellationToken);
}
