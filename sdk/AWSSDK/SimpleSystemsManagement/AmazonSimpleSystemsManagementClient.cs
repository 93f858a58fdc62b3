using Amazon.Common;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement.Model;

namespace Amazon.SimpleSystemsManagement;

/// <inheritdoc cref="IAmazonSimpleSystemsManagement"/>
public class AmazonSimpleSystemsManagementClient : AwsJsonClient, IAmazonSimpleSystemsManagement
{
    private static readonly AwsOperation<GetParameterRequest, GetParameterResponse> GetParameter = new(
        AmazonSimpleSystemsManagementConfig.Info, "GetParameter", "/", SimpleSystemsManagementJson.Default.GetParameterRequest,
        SimpleSystemsManagementJson.Default.GetParameterResponse, AmazonSimpleSystemsManagementException.From);

    public AmazonSimpleSystemsManagementClient()
        : this(new AmazonSimpleSystemsManagementConfig()) { }

    public AmazonSimpleSystemsManagementClient(RegionEndpoint region)
        : this(new AmazonSimpleSystemsManagementConfig { RegionEndpoint = region }) { }

    public AmazonSimpleSystemsManagementClient(AmazonSimpleSystemsManagementConfig config)
        : base(config) { }

    public AmazonSimpleSystemsManagementClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonSimpleSystemsManagementConfig { RegionEndpoint = region }) { }

    public AmazonSimpleSystemsManagementClient(AWSCredentials credentials, AmazonSimpleSystemsManagementConfig clientConfig)
        : base(credentials, clientConfig) { }

    public virtual Task<GetParameterResponse> GetParameterAsync(GetParameterRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(GetParameter, request, cancellationToken);
}
