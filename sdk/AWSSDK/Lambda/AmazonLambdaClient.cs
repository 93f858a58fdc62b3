using System.Net;
using System.Text;
using Amazon.Common;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Lambda;

/// <inheritdoc cref="IAmazonLambda"/>
public class AmazonLambdaClient : AwsJsonClient, IAmazonLambda
{
    // The payload of Invoke is the caller's own bytes both ways, so it goes beside the typed JSON operations.
    private static readonly InvokeOptions Invoke = new() { RequestMarshaller = new InvokeMarshaller(), ResponseUnmarshaller = new InvokeUnmarshaller() };

    public AmazonLambdaClient()
        : this(new AmazonLambdaConfig()) { }

    public AmazonLambdaClient(AmazonLambdaConfig config)
        : base(config) { }

    public AmazonLambdaClient(AWSCredentials credentials, AmazonLambdaConfig clientConfig)
        : base(credentials, clientConfig) { }

    public virtual Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<InvokeResponse>(request, Invoke, cancellationToken);

    private sealed class InvokeMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
    {
        public IRequest Marshall(AmazonWebServiceRequest input)
        {
            var invoke = (InvokeRequest)input;
            var request = new DefaultRequest(input, AmazonLambdaConfig.Info.Id)
            {
                HttpMethod = "POST",
                ResourcePath = "/2015-03-31/functions/{FunctionName}/invocations",
                Content = Encoding.UTF8.GetBytes(invoke.Payload),
            };
            request.AddPathResource("{FunctionName}", invoke.FunctionName);
            request.Headers["Content-Type"] = AwsService.RestJson;
            return request;
        }
    }

    private sealed class InvokeUnmarshaller : JsonResponseUnmarshaller
    {
        public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
        {
            var response = new InvokeResponse { StatusCode = (int)input.ResponseData.StatusCode };
            if (input.ResponseData.IsHeaderPresent("X-Amz-Function-Error"))
                response.FunctionError = input.ResponseData.GetHeaderValue("X-Amz-Function-Error");
            input.Stream.CopyTo(response.Payload);
            response.Payload.Position = 0;
            return response;
        }

        public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
        {
            var reader = new StreamingUtf8JsonReader(input.Stream);
            var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
            return new AmazonLambdaException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode);
        }
    }
}
