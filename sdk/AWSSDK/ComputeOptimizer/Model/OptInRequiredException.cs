using System.Net;
using Amazon.Runtime;

namespace Amazon.ComputeOptimizer.Model;

public class OptInRequiredException : AmazonComputeOptimizerException
{
    public OptInRequiredException(string message)
        : base(message) { }

    public OptInRequiredException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
