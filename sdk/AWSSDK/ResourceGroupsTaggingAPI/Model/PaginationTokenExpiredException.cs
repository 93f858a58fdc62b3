using System.Net;
using Amazon.Runtime;

namespace Amazon.ResourceGroupsTaggingAPI.Model;

public class PaginationTokenExpiredException : AmazonResourceGroupsTaggingAPIException
{
    public PaginationTokenExpiredException(string message)
        : base(message) { }

    public PaginationTokenExpiredException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
