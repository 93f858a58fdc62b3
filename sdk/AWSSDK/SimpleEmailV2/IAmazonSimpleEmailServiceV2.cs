using Amazon.SimpleEmailV2.Model;
using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>SES, API version 2. A message id means accepted, not delivered.</summary>
public interface IAmazonSimpleEmailServiceV2 : IAmazonService, IDisposable
{
    Task<SendEmailResponse> SendEmailAsync(SendEmailRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSimpleEmailServiceV2Config();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        awsCredentials is null ? new AmazonSimpleEmailServiceV2Client((AmazonSimpleEmailServiceV2Config)clientConfig) : new AmazonSimpleEmailServiceV2Client(awsCredentials, (AmazonSimpleEmailServiceV2Config)clientConfig);
}
