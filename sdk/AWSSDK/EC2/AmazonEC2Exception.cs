using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.EC2;

/// <summary>Any error that the service answers. EC2 models none: look at <see cref="AmazonServiceException.ErrorCode"/>.</summary>
public class AmazonEC2Exception : AmazonServiceException
{
    public AmazonEC2Exception(string message)
        : base(message) { }

    public AmazonEC2Exception(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    internal static AmazonServiceException From(ErrorResponse error, Exception? inner, HttpStatusCode status) =>
        new AmazonEC2Exception(error.Message, inner, error.Type, error.Code, error.RequestId, status);
}
