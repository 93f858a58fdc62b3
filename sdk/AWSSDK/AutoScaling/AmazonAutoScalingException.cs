using System.Net;
using Amazon.AutoScaling.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.AutoScaling;

/// <summary>Any error that the service answers; the modelled ones have their own subclass.</summary>
public class AmazonAutoScalingException : AmazonServiceException
{
    public AmazonAutoScalingException(string message)
        : base(message) { }

    public AmazonAutoScalingException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    internal static AmazonServiceException From(ErrorResponse error, Exception? inner, HttpStatusCode status) => error.Code switch
    {
        "InvalidNextToken" => new InvalidNextTokenException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "LimitExceeded" => new LimitExceededException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "ResourceContention" => new ResourceContentionException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "ScalingActivityInProgress" => new ScalingActivityInProgressException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        _ => new AmazonAutoScalingException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
    };
}
