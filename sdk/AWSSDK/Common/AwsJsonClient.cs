using Amazon.Runtime;

namespace Amazon.Common;

/// <summary>A service client with typed JSON at both ends.</summary>
public abstract class AwsJsonClient : AwsServiceClient
{
    private protected AwsJsonClient(AwsServiceConfig config)
        : base(config) { }

    private protected AwsJsonClient(AWSCredentials credentials, AwsServiceConfig config)
        : base(credentials, config) { }

    private protected Task<TResponse> CallAsync<TRequest, TResponse>(
        AwsOperation<TRequest, TResponse> operation, TRequest request, CancellationToken cancellationToken)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, operation.Options, cancellationToken);

    private protected Task<TResponse> CallAsync<TRequest, TResponse>(
        AwsGetOperation<TRequest, TResponse> operation, TRequest request, CancellationToken cancellationToken)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, operation.Options, cancellationToken);
}
