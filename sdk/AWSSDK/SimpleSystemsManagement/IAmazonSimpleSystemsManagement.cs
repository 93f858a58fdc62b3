using Amazon.Runtime;
using Amazon.SimpleSystemsManagement.Model;

namespace Amazon.SimpleSystemsManagement;

/// <summary>Systems Manager, as far as a reader of its Parameter Store needs it.</summary>
public interface IAmazonSimpleSystemsManagement : IAmazonService, IDisposable
{
    Task<GetParameterResponse> GetParameterAsync(GetParameterRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSimpleSystemsManagementConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) => awsCredentials is null
        ? new AmazonSimpleSystemsManagementClient((AmazonSimpleSystemsManagementConfig)clientConfig)
        : new AmazonSimpleSystemsManagementClient(awsCredentials, (AmazonSimpleSystemsManagementConfig)clientConfig);
}
