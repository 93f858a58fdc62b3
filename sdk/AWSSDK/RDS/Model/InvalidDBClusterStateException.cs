using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class InvalidDBClusterStateException : AmazonRDSException
{
    public InvalidDBClusterStateException(string message)
        : base(message) { }

    public InvalidDBClusterStateException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
