using System.Net;
using Amazon.Runtime;

namespace Amazon.Budgets.Model;

public class ResourceLockedException : AmazonBudgetsException
{
    public ResourceLockedException(string message)
        : base(message) { }

    public ResourceLockedException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
