using Amazon.Common;
using Amazon.Runtime;
using Amazon.ResourceExplorer2.Model;

namespace Amazon.ResourceExplorer2;

/// <inheritdoc cref="IAmazonResourceExplorer2"/>
public class AmazonResourceExplorer2Client : AwsJsonClient, IAmazonResourceExplorer2
{
    private static readonly AwsOperation<SearchRequest, SearchResponse> Search = new(
        AmazonResourceExplorer2Config.Info, "Search", "/Search", ResourceExplorer2Json.Default.SearchRequest, ResourceExplorer2Json.Default.SearchResponse, AmazonResourceExplorer2Exception.From);

    public AmazonResourceExplorer2Client()
        : this(new AmazonResourceExplorer2Config()) { }

    public AmazonResourceExplorer2Client(RegionEndpoint region)
        : this(new AmazonResourceExplorer2Config { RegionEndpoint = region }) { }

    public AmazonResourceExplorer2Client(AmazonResourceExplorer2Config config)
        : base(config) { }

    public AmazonResourceExplorer2Client(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonResourceExplorer2Config { RegionEndpoint = region }) { }

    public AmazonResourceExplorer2Client(AWSCredentials credentials, AmazonResourceExplorer2Config clientConfig)
        : base(credentials, clientConfig) { }

    public virtual Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(Search, request, cancellationToken);
}
