using System.Net;
using Amazon.Runtime;

namespace Amazon.Budgets.Model;

public class ExpiredNextTokenException : AmazonBudgetsException
{
    public ExpiredNextTokenException(string message)
        : base(message) { }

    public ExpiredNextTokenException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
