using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

public class PolicyNotFoundException : AmazonOrganizationsException
{
    public PolicyNotFoundException(string message)
        : base(message) { }

    public PolicyNotFoundException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
