using System.Net;
using Amazon.Budgets.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Budgets;

/// <summary>Any error that the service answers; the modelled ones have their own subclass.</summary>
public class AmazonBudgetsException : AmazonServiceException
{
    public AmazonBudgetsException(string message)
        : base(message) { }

    public AmazonBudgetsException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    internal static AmazonServiceException From(ErrorResponse error, Exception? inner, HttpStatusCode status) => error.Code switch
    {
        "InternalErrorException" => new InternalErrorException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "InvalidParameterException" => new InvalidParameterException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "NotFoundException" => new NotFoundException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "InvalidNextTokenException" => new InvalidNextTokenException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "ExpiredNextTokenException" => new ExpiredNextTokenException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "AccessDeniedException" => new AccessDeniedException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "ThrottlingException" => new ThrottlingException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "ResourceLockedException" => new ResourceLockedException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        _ => new AmazonBudgetsException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
    };
}
