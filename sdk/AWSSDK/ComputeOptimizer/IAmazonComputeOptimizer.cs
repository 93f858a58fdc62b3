using Amazon.ComputeOptimizer.Model;
using Amazon.Runtime;

namespace Amazon.ComputeOptimizer;

/// <summary>Compute Optimizer: findings about single resources, region by region, free of charge.</summary>
public interface IAmazonComputeOptimizer : IAmazonService, IDisposable
{
    Task<GetEnrollmentStatusResponse> GetEnrollmentStatusAsync(GetEnrollmentStatusRequest request, CancellationToken cancellationToken = default);

    Task<GetEC2InstanceRecommendationsResponse> GetEC2InstanceRecommendationsAsync(GetEC2InstanceRecommendationsRequest request, CancellationToken cancellationToken = default);

    Task<GetEBSVolumeRecommendationsResponse> GetEBSVolumeRecommendationsAsync(GetEBSVolumeRecommendationsRequest request, CancellationToken cancellationToken = default);

    Task<GetLambdaFunctionRecommendationsResponse> GetLambdaFunctionRecommendationsAsync(GetLambdaFunctionRecommendationsRequest request, CancellationToken cancellationToken = default);

    Task<GetRDSDatabaseRecommendationsResponse> GetRDSDatabaseRecommendationsAsync(GetRDSDatabaseRecommendationsRequest request, CancellationToken cancellationToken = default);

    Task<GetAutoScalingGroupRecommendationsResponse> GetAutoScalingGroupRecommendationsAsync(GetAutoScalingGroupRecommendationsRequest request, CancellationToken cancellationToken = default);

    Task<GetIdleRecommendationsResponse> GetIdleRecommendationsAsync(GetIdleRecommendationsRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonComputeOptimizerConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        awsCredentials is null ? new AmazonComputeOptimizerClient((AmazonComputeOptimizerConfig)clientConfig) : new AmazonComputeOptimizerClient(awsCredentials, (AmazonComputeOptimizerConfig)clientConfig);
}
