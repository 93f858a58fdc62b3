using Amazon.Runtime;
using Amazon.ResourceExplorer2.Model;

namespace Amazon.ResourceExplorer2;

/// <summary>Finds resources of every account and region that a view covers, tagged or not. A query never yields more than 1,000 of them.</summary>
public interface IAmazonResourceExplorer2 : IAmazonService, IDisposable
{
    Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonResourceExplorer2Config();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        awsCredentials is null ? new AmazonResourceExplorer2Client((AmazonResourceExplorer2Config)clientConfig) : new AmazonResourceExplorer2Client(awsCredentials, (AmazonResourceExplorer2Config)clientConfig);
}
