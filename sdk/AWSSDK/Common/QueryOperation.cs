using System.Net;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Common;

/// <summary>
/// One operation of the query protocols. awsQuery wraps its answer into <c>[Operation]Result</c>, ec2Query does not; both take a form with
/// Action and Version.
/// </summary>
/// <param name="service">The service it belongs to; its API version goes into the form.</param>
/// <param name="name">The operation's name in the API model.</param>
/// <param name="write">Puts the request's members into the form.</param>
/// <param name="read">Makes the response of the answer's members.</param>
/// <param name="errors">Maps AWS's error code to the service's typed exception.</param>
internal sealed class QueryOperation<TRequest, TResponse>(
    AwsService service,
    string name,
    Action<QueryForm, TRequest> write,
    Func<XmlAnswer, TResponse> read,
    ErrorFactory errors)
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    public InvokeOptions Options { get; } = new()
    {
        RequestMarshaller = new RequestMarshaller(service, name, write),
        ResponseUnmarshaller = new ResponseReader(name, read, errors),
    };

    private sealed class RequestMarshaller(AwsService service, string name, Action<QueryForm, TRequest> write) : IMarshaller<IRequest, AmazonWebServiceRequest>
    {
        public IRequest Marshall(AmazonWebServiceRequest input)
        {
            var form = new QueryForm();
            form.Add("Action", name);
            form.Add("Version", service.ApiVersion);
            write(form, (TRequest)input);
            var request = new DefaultRequest(input, service.Id) { HttpMethod = "POST", ResourcePath = "/", Content = form.ToBytes() };
            request.Headers["Content-Type"] = service.ContentType;
            return request;
        }
    }

    private sealed class ResponseReader(string name, Func<XmlAnswer, TResponse> read, ErrorFactory errors) : XmlResponseUnmarshaller
    {
        public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context)
        {
            var root = new XmlAnswer(XDocument.Load(context.Stream).Root!);
            return read(root.Child(name + "Result") ?? root);
        }

        public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
        {
            var root = new XmlAnswer(XDocument.Load(context.Stream).Root!);
            var told = root.Child("Error") ?? root.Child("Errors")?.Child("Error");
            var error = new ErrorResponse
            {
                Code = told?.Text("Code"),
                Message = told?.Text("Message"),
                RequestId = root.Text("RequestId") ?? root.Text("RequestID"),
                Type = (int)statusCode >= 500 ? ErrorType.Receiver : ErrorType.Sender,
                StatusCode = statusCode,
                InnerException = innerException,
            };
            return errors(error, innerException, statusCode);
        }
    }
}
