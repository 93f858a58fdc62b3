using System.Net;
using Amazon.AWSSupport.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.AWSSupport;

/// <summary>Any error that the service answers; the modelled ones have their own subclass.</summary>
public class AmazonAWSSupportException : AmazonServiceException
{
    public AmazonAWSSupportException(string message)
        : base(message) { }

    public AmazonAWSSupportException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    internal static AmazonServiceException From(ErrorResponse error, Exception? inner, HttpStatusCode status) => error.Code switch
    {
        "InternalServerError" => new InternalServerErrorException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "ThrottlingException" => new ThrottlingException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        _ => new AmazonAWSSupportException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
    };
}
