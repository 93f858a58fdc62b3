using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudTrail;

/// <summary>Any error that the service answers.</summary>
public class AmazonCloudTrailException : AmazonServiceException
{
    public AmazonCloudTrailException(string message)
        : base(message) { }

    public AmazonCloudTrailException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    internal static AmazonServiceException From(ErrorResponse error, Exception? inner, HttpStatusCode status) =>
        new AmazonCloudTrailException(error.Message, inner, error.Type, error.Code, error.RequestId, status);
}
