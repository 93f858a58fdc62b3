using Amazon.AWSSupport.Model;
using Amazon.Runtime;

namespace Amazon.AWSSupport;

/// <summary>AWS Support's older way to Trusted Advisor. Without a paid support plan every call is answered SubscriptionRequiredException.</summary>
public interface IAmazonAWSSupport : IAmazonService, IDisposable
{
    Task<DescribeTrustedAdvisorChecksResponse> DescribeTrustedAdvisorChecksAsync(DescribeTrustedAdvisorChecksRequest request, CancellationToken cancellationToken = default);

    Task<DescribeTrustedAdvisorCheckResultResponse> DescribeTrustedAdvisorCheckResultAsync(DescribeTrustedAdvisorCheckResultRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonAWSSupportConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        awsCredentials is null ? new AmazonAWSSupportClient((AmazonAWSSupportConfig)clientConfig) : new AmazonAWSSupportClient(awsCredentials, (AmazonAWSSupportConfig)clientConfig);
}
