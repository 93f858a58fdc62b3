using System.Net;
using Amazon.Runtime;

namespace Amazon.ComputeOptimizer.Model;

public class ThrottlingException : AmazonComputeOptimizerException
{
    public ThrottlingException(string message)
        : base(message) { }

    public ThrottlingException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
