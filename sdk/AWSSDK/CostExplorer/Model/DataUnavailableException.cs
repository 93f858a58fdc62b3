using System.Net;
using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class DataUnavailableException : AmazonCostExplorerException
{
    public DataUnavailableException(string message)
        : base(message) { }

    public DataUnavailableException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
