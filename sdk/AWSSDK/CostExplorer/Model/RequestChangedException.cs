using System.Net;
using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class RequestChangedException : AmazonCostExplorerException
{
    public RequestChangedException(string message)
        : base(message) { }

    public RequestChangedException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
