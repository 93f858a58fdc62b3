using Amazon.Runtime;

namespace Amazon.Common;

/// <summary>A service client that sends forms and reads XML.</summary>
public abstract class AwsQueryClient : AwsServiceClient
{
    private protected AwsQueryClient(AwsServiceConfig config)
        : base(config) { }

    private protected AwsQueryClient(AWSCredentials credentials, AwsServiceConfig config)
        : base(credentials, config) { }

    private protected Task<TResponse> CallAsync<TRequest, TResponse>(
        QueryOperation<TRequest, TResponse> operation, TRequest request, CancellationToken cancellationToken)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, operation.Options, cancellationToken);
}
