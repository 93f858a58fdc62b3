using System.Net;
using Amazon.Organizations.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Organizations;

/// <summary>Any error that the service answers; the modelled ones have their own subclass.</summary>
public class AmazonOrganizationsException : AmazonServiceException
{
    public AmazonOrganizationsException(string message)
        : base(message) { }

    public AmazonOrganizationsException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    internal static AmazonServiceException From(ErrorResponse error, Exception? inner, HttpStatusCode status) => error.Code switch
    {
        "AccessDeniedException" => new AccessDeniedException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "AWSOrganizationsNotInUseException" => new AWSOrganizationsNotInUseException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "ConcurrentModificationException" => new ConcurrentModificationException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "ServiceException" => new ServiceException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "TooManyRequestsException" => new TooManyRequestsException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "InvalidInputException" => new InvalidInputException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "ParentNotFoundException" => new ParentNotFoundException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "TargetNotFoundException" => new TargetNotFoundException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "EffectivePolicyNotFoundException" => new EffectivePolicyNotFoundException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "PolicyNotFoundException" => new PolicyNotFoundException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        _ => new AmazonOrganizationsException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
    };
}
