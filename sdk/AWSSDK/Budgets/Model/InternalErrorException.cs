using System.Net;
using Amazon.Runtime;

namespace Amazon.Budgets.Model;

public class InternalErrorException : AmazonBudgetsException
{
    public InternalErrorException(string message)
        : base(message) { }

    public InternalErrorException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
