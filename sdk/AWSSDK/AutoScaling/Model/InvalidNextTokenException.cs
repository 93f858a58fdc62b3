using System.Net;
using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

public class InvalidNextTokenException : AmazonAutoScalingException
{
    public InvalidNextTokenException(string message)
        : base(message) { }

    public InvalidNextTokenException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
