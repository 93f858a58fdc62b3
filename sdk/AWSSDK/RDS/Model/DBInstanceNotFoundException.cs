using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class DBInstanceNotFoundException : AmazonRDSException
{
    public DBInstanceNotFoundException(string message)
        : base(message) { }

    public DBInstanceNotFoundException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
