using System.Net;
using Amazon.Runtime;

namespace Amazon.ResourceGroupsTaggingAPI.Model;

public class ThrottledException : AmazonResourceGroupsTaggingAPIException
{
    public ThrottledException(string message)
        : base(message) { }

    public ThrottledException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
