using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.ResourceGroupsTaggingAPI.Model;

namespace Amazon.ResourceGroupsTaggingAPI;

/// <summary>Any error that the service answers; the modelled ones have their own subclass.</summary>
public class AmazonResourceGroupsTaggingAPIException : AmazonServiceException
{
    public AmazonResourceGroupsTaggingAPIException(string message)
        : base(message) { }

    public AmazonResourceGroupsTaggingAPIException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    internal static AmazonServiceException From(ErrorResponse error, Exception? inner, HttpStatusCode status) => error.Code switch
    {
        "ConstraintViolationException" => new ConstraintViolationException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "InternalServiceException" => new InternalServiceException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "InvalidParameterException" => new InvalidParameterException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "PaginationTokenExpiredException" => new PaginationTokenExpiredException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "ThrottledException" => new ThrottledException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        _ => new AmazonResourceGroupsTaggingAPIException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
    };
}
