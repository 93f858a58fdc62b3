using System.Net;
using Amazon.Runtime;

namespace Amazon.CostOptimizationHub.Model;

public class ValidationException : AmazonCostOptimizationHubException
{
    public ValidationException(string message)
        : base(message) { }

    public ValidationException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
