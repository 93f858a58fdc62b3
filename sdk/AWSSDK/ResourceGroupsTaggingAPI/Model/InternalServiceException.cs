using System.Net;
using Amazon.Runtime;

namespace Amazon.ResourceGroupsTaggingAPI.Model;

public class InternalServiceException : AmazonResourceGroupsTaggingAPIException
{
    public InternalServiceException(string message)
        : base(message) { }

    public InternalServiceException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
