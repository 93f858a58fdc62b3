using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Common;

/// <summary>A service client on AWSSDK.Core's pipeline (credentials, retries, signing, logging) with typed JSON at both ends.</summary>
public abstract class AwsJsonClient : AmazonServiceClient
{
    private protected AwsJsonClient(AwsServiceConfig config)
        : base(config) { }

    private protected AwsJsonClient(AWSCredentials credentials, AwsServiceConfig config)
        : base(credentials, config) { }

    protected override IServiceMetadata ServiceMetadata => new Metadata(((AwsServiceConfig)Config).Service);

    // Order as in the official clients: marshal, choose how to sign, resolve the endpoint, then retries and the signer.
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new AwsEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4AuthHandler());
    }

    private protected Task<TResponse> CallAsync<TRequest, TResponse>(
        AwsOperation<TRequest, TResponse> operation, TRequest request, CancellationToken cancellationToken)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, operation.Options, cancellationToken);

    private sealed class Metadata(AwsService service) : IServiceMetadata
    {
        public string ServiceId => service.Id;

        public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
    }
}
