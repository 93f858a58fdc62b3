using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Common;

/// <summary>One restJson1 operation without a body: all of its input stands in the path and the query.</summary>
/// <param name="service">The service it belongs to.</param>
/// <param name="path">For example <c>/v1/recommendations/{recommendationIdentifier}/resources</c>.</param>
/// <param name="places">What to put for the names in the path, braces included.</param>
/// <param name="query">The query; a parameter without a value is left out.</param>
/// <param name="responseType">Source-generated JSON contract of the response.</param>
/// <param name="errors">Maps AWS's error code to the service's typed exception.</param>
internal sealed class AwsGetOperation<TRequest, TResponse>(
    AwsService service,
    string path,
    Func<TRequest, IEnumerable<(string Place, string? Value)>> places,
    Func<TRequest, IEnumerable<(string Name, string? Value)>> query,
    JsonTypeInfo<TResponse> responseType,
    ErrorFactory errors)
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    public InvokeOptions Options { get; } = new()
    {
        RequestMarshaller = new RequestMarshaller(service, path, places, query),
        ResponseUnmarshaller = new JsonResponseReader<TResponse>(responseType, errors),
    };

    private sealed class RequestMarshaller(
        AwsService service, string path, Func<TRequest, IEnumerable<(string Place, string? Value)>> places, Func<TRequest, IEnumerable<(string Name, string? Value)>> query)
        : IMarshaller<IRequest, AmazonWebServiceRequest>
    {
        public IRequest Marshall(AmazonWebServiceRequest input)
        {
            var request = new DefaultRequest(input, service.Id) { HttpMethod = "GET", ResourcePath = path, UseQueryString = true };
            foreach (var (place, value) in places((TRequest)input))
                request.AddPathResource(place, string.IsNullOrEmpty(value) ? throw new AmazonClientException($"{place[1..^1]} must be set.") : value);
            foreach (var (name, value) in query((TRequest)input).Where(parameter => parameter.Value is not null))
                request.Parameters.Add(name, value);
            return request;
        }
    }
}
