using System.Net;
using Amazon.Runtime;

namespace Amazon.ResourceGroupsTaggingAPI.Model;

public class ConstraintViolationException : AmazonResourceGroupsTaggingAPIException
{
    public ConstraintViolationException(string message)
        : base(message) { }

    public ConstraintViolationException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
