using System.Net;
using Amazon.CostOptimizationHub.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CostOptimizationHub;

/// <summary>Any error that the service answers; the modelled ones have their own subclass.</summary>
public class AmazonCostOptimizationHubException : AmazonServiceException
{
    public AmazonCostOptimizationHubException(string message)
        : base(message) { }

    public AmazonCostOptimizationHubException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    internal static AmazonServiceException From(ErrorResponse error, Exception? inner, HttpStatusCode status) => error.Code switch
    {
        "AccessDeniedException" => new AccessDeniedException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "InternalServerException" => new InternalServerException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "ThrottlingException" => new ThrottlingException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "ValidationException" => new ValidationException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        _ => new AmazonCostOptimizationHubException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
    };
}
