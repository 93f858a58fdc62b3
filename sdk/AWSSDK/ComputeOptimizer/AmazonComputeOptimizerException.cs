using System.Net;
using Amazon.ComputeOptimizer.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.ComputeOptimizer;

/// <summary>Any error that the service answers; the modelled ones have their own subclass.</summary>
public class AmazonComputeOptimizerException : AmazonServiceException
{
    public AmazonComputeOptimizerException(string message)
        : base(message) { }

    public AmazonComputeOptimizerException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    internal static AmazonServiceException From(ErrorResponse error, Exception? inner, HttpStatusCode status) => error.Code switch
    {
        "AccessDeniedException" => new AccessDeniedException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "InternalServerException" => new InternalServerException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "InvalidParameterValueException" => new InvalidParameterValueException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "LimitExceededException" => new LimitExceededException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "MissingAuthenticationToken" => new MissingAuthenticationTokenException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "OptInRequiredException" => new OptInRequiredException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "ResourceNotFoundException" => new ResourceNotFoundException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "ServiceUnavailableException" => new ServiceUnavailableException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "ThrottlingException" => new ThrottlingException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        _ => new AmazonComputeOptimizerException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
    };
}
