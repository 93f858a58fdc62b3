using Amazon.Common;
using Amazon.ComputeOptimizer.Model;
using Amazon.Runtime;

namespace Amazon.ComputeOptimizer;

/// <inheritdoc cref="IAmazonComputeOptimizer"/>
public class AmazonComputeOptimizerClient : AwsJsonClient, IAmazonComputeOptimizer
{
    private static readonly AwsOperation<GetEnrollmentStatusRequest, GetEnrollmentStatusResponse> GetEnrollmentStatus = new(
        AmazonComputeOptimizerConfig.Info, "GetEnrollmentStatus", "/", ComputeOptimizerJson.Default.GetEnrollmentStatusRequest, ComputeOptimizerJson.Default.GetEnrollmentStatusResponse, AmazonComputeOptimizerException.From);

    private static readonly AwsOperation<GetEC2InstanceRecommendationsRequest, GetEC2InstanceRecommendationsResponse> GetEC2InstanceRecommendations = new(
        AmazonComputeOptimizerConfig.Info, "GetEC2InstanceRecommendations", "/", ComputeOptimizerJson.Default.GetEC2InstanceRecommendationsRequest, ComputeOptimizerJson.Default.GetEC2InstanceRecommendationsResponse, AmazonComputeOptimizerException.From);

    private static readonly AwsOperation<GetEBSVolumeRecommendationsRequest, GetEBSVolumeRecommendationsResponse> GetEBSVolumeRecommendations = new(
        AmazonComputeOptimizerConfig.Info, "GetEBSVolumeRecommendations", "/", ComputeOptimizerJson.Default.GetEBSVolumeRecommendationsRequest, ComputeOptimizerJson.Default.GetEBSVolumeRecommendationsResponse, AmazonComputeOptimizerException.From);

    private static readonly AwsOperation<GetLambdaFunctionRecommendationsRequest, GetLambdaFunctionRecommendationsResponse> GetLambdaFunctionRecommendations = new(
        AmazonComputeOptimizerConfig.Info, "GetLambdaFunctionRecommendations", "/", ComputeOptimizerJson.Default.GetLambdaFunctionRecommendationsRequest, ComputeOptimizerJson.Default.GetLambdaFunctionRecommendationsResponse, AmazonComputeOptimizerException.From);

    private static readonly AwsOperation<GetRDSDatabaseRecommendationsRequest, GetRDSDatabaseRecommendationsResponse> GetRDSDatabaseRecommendations = new(
        AmazonComputeOptimizerConfig.Info, "GetRDSDatabaseRecommendations", "/", ComputeOptimizerJson.Default.GetRDSDatabaseRecommendationsRequest, ComputeOptimizerJson.Default.GetRDSDatabaseRecommendationsResponse, AmazonComputeOptimizerException.From);

    private static readonly AwsOperation<GetAutoScalingGroupRecommendationsRequest, GetAutoScalingGroupRecommendationsResponse> GetAutoScalingGroupRecommendations = new(
        AmazonComputeOptimizerConfig.Info, "GetAutoScalingGroupRecommendations", "/", ComputeOptimizerJson.Default.GetAutoScalingGroupRecommendationsRequest, ComputeOptimizerJson.Default.GetAutoScalingGroupRecommendationsResponse, AmazonComputeOptimizerException.From);

    private static readonly AwsOperation<GetIdleRecommendationsRequest, GetIdleRecommendationsResponse> GetIdleRecommendations = new(
        AmazonComputeOptimizerConfig.Info, "GetIdleRecommendations", "/", ComputeOptimizerJson.Default.GetIdleRecommendationsRequest, ComputeOptimizerJson.Default.GetIdleRecommendationsResponse, AmazonComputeOptimizerException.From);

    public AmazonComputeOptimizerClient()
        : this(new AmazonComputeOptimizerConfig()) { }

    public AmazonComputeOptimizerClient(RegionEndpoint region)
        : this(new AmazonComputeOptimizerConfig { RegionEndpoint = region }) { }

    public AmazonComputeOptimizerClient(AmazonComputeOptimizerConfig config)
        : base(config) { }

    public AmazonComputeOptimizerClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonComputeOptimizerConfig { RegionEndpoint = region }) { }

    public AmazonComputeOptimizerClient(AWSCredentials credentials, AmazonComputeOptimizerConfig clientConfig)
        : base(credentials, clientConfig) { }

    public virtual Task<GetEnrollmentStatusResponse> GetEnrollmentStatusAsync(GetEnrollmentStatusRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(GetEnrollmentStatus, request, cancellationToken);

    public virtual Task<GetEC2InstanceRecommendationsResponse> GetEC2InstanceRecommendationsAsync(GetEC2InstanceRecommendationsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(GetEC2InstanceRecommendations, request, cancellationToken);

    public virtual Task<GetEBSVolumeRecommendationsResponse> GetEBSVolumeRecommendationsAsync(GetEBSVolumeRecommendationsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(GetEBSVolumeRecommendations, request, cancellationToken);

    public virtual Task<GetLambdaFunctionRecommendationsResponse> GetLambdaFunctionRecommendationsAsync(GetLambdaFunctionRecommendationsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(GetLambdaFunctionRecommendations, request, cancellationToken);

    public virtual Task<GetRDSDatabaseRecommendationsResponse> GetRDSDatabaseRecommendationsAsync(GetRDSDatabaseRecommendationsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(GetRDSDatabaseRecommendations, request, cancellationToken);

    public virtual Task<GetAutoScalingGroupRecommendationsResponse> GetAutoScalingGroupRecommendationsAsync(GetAutoScalingGroupRecommendationsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(GetAutoScalingGroupRecommendations, request, cancellationToken);

    public virtual Task<GetIdleRecommendationsResponse> GetIdleRecommendationsAsync(GetIdleRecommendationsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(GetIdleRecommendations, request, cancellationToken);
}
