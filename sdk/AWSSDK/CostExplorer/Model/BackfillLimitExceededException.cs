using System.Net;
using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class BackfillLimitExceededException : AmazonCostExplorerException
{
    public BackfillLimitExceededException(string message)
        : base(message) { }

    public BackfillLimitExceededException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
