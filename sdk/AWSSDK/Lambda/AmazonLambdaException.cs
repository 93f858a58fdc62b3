using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>Any error that the service answers. An error of the function itself is no exception: see <c>InvokeResponse.FunctionError</c>.</summary>
public class AmazonLambdaException : AmazonServiceException
{
    public AmazonLambdaException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
