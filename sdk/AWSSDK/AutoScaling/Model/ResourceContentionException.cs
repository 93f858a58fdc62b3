using System.Net;
using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

public class ResourceContentionException : AmazonAutoScalingException
{
    public ResourceContentionException(string message)
        : base(message) { }

    public ResourceContentionException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
