using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Common;

internal delegate AmazonServiceException ErrorFactory(ErrorResponse error, Exception? inner, HttpStatusCode status);

/// <summary>One operation on the wire: how its request becomes HTTP and how the answer becomes a typed response or exception.</summary>
/// <param name="service">The service it belongs to.</param>
/// <param name="name">The operation's name in the API model.</param>
/// <param name="path">Path for restJson1; "/" for the awsJson protocols.</param>
/// <param name="requestType">Source-generated JSON contract of the request.</param>
/// <param name="responseType">Source-generated JSON contract of the response.</param>
/// <param name="errors">Maps AWS's error code to the service's typed exception.</param>
internal sealed class AwsOperation<TRequest, TResponse>(
    AwsService service,
    string name,
    string path,
    JsonTypeInfo<TRequest> requestType,
    JsonTypeInfo<TResponse> responseType,
    ErrorFactory errors)
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    public InvokeOptions Options { get; } = new()
    {
        RequestMarshaller = new RequestMarshaller(service, name, path, requestType),
        ResponseUnmarshaller = new JsonResponseReader<TResponse>(responseType, errors),
    };

    private sealed class RequestMarshaller(AwsService service, string name, string path, JsonTypeInfo<TRequest> type)
        : IMarshaller<IRequest, AmazonWebServiceRequest>
    {
        public IRequest Marshall(AmazonWebServiceRequest input)
        {
            var request = new DefaultRequest(input, service.Id)
            {
                HttpMethod = "POST",
                ResourcePath = path,
                Content = JsonSerializer.SerializeToUtf8Bytes((TRequest)input, type),
            };
            request.Headers["Content-Type"] = service.ContentType;
            if (service.TargetPrefix is not null)
                request.Headers["X-Amz-Target"] = $"{service.TargetPrefix}.{name}";
            return request;
        }
    }
}
