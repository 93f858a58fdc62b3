using System.Net;
using Amazon.Runtime;

namespace Amazon.ComputeOptimizer.Model;

public class MissingAuthenticationTokenException : AmazonComputeOptimizerException
{
    public MissingAuthenticationTokenException(string message)
        : base(message) { }

    public MissingAuthenticationTokenException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
