using System.Net;
using Amazon.Runtime;

namespace Amazon.ComputeOptimizer.Model;

public class AccessDeniedException : AmazonComputeOptimizerException
{
    public AccessDeniedException(string message)
        : base(message) { }

    public AccessDeniedException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
