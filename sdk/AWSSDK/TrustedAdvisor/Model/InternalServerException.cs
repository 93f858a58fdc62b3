using System.Net;
using Amazon.Runtime;

namespace Amazon.TrustedAdvisor.Model;

public class InternalServerException : AmazonTrustedAdvisorException
{
    public InternalServerException(string message)
        : base(message) { }

    public InternalServerException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
