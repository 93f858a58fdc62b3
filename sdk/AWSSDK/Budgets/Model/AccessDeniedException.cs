using System.Net;
using Amazon.Runtime;

namespace Amazon.Budgets.Model;

public class AccessDeniedException : AmazonBudgetsException
{
    public AccessDeniedException(string message)
        : base(message) { }

    public AccessDeniedException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
