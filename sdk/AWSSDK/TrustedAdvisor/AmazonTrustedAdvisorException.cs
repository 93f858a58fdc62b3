using System.Net;
using Amazon.TrustedAdvisor.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.TrustedAdvisor;

/// <summary>Any error that the service answers; the modelled ones have their own subclass.</summary>
public class AmazonTrustedAdvisorException : AmazonServiceException
{
    public AmazonTrustedAdvisorException(string message)
        : base(message) { }

    public AmazonTrustedAdvisorException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    internal static AmazonServiceException From(ErrorResponse error, Exception? inner, HttpStatusCode status) => error.Code switch
    {
        "AccessDeniedException" => new AccessDeniedException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "InternalServerException" => new InternalServerException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "ResourceNotFoundException" => new ResourceNotFoundException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "ThrottlingException" => new ThrottlingException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "ValidationException" => new ValidationException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        _ => new AmazonTrustedAdvisorException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
    };
}
