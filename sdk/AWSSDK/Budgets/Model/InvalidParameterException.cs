using System.Net;
using Amazon.Runtime;

namespace Amazon.Budgets.Model;

public class InvalidParameterException : AmazonBudgetsException
{
    public InvalidParameterException(string message)
        : base(message) { }

    public InvalidParameterException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
