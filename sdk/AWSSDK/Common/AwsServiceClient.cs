using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Common;

/// <summary>A service client on AWSSDK.Core's pipeline: credentials, retries, signing, logging.</summary>
public abstract class AwsServiceClient : AmazonServiceClient
{
    private protected AwsServiceClient(AwsServiceConfig config)
        : base(config) { }

    private protected AwsServiceClient(AWSCredentials credentials, AwsServiceConfig config)
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

    private sealed class Metadata(AwsService service) : IServiceMetadata
    {
        public string ServiceId => service.Id;

        public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
    }
}
