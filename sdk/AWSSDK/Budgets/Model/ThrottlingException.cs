using System.Net;
using Amazon.Runtime;

namespace Amazon.Budgets.Model;

public class ThrottlingException : AmazonBudgetsException
{
    public ThrottlingException(string message)
        : base(message) { }

    public ThrottlingException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
