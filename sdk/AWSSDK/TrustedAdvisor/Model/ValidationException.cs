using System.Net;
using Amazon.Runtime;

namespace Amazon.TrustedAdvisor.Model;

public class ValidationException : AmazonTrustedAdvisorException
{
    public ValidationException(string message)
        : base(message) { }

    public ValidationException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
