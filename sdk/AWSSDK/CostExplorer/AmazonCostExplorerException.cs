using System.Net;
using Amazon.CostExplorer.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CostExplorer;

/// <summary>Any error that the service answers; the modelled ones have their own subclass.</summary>
public class AmazonCostExplorerException : AmazonServiceException
{
    public AmazonCostExplorerException(string message)
        : base(message) { }

    public AmazonCostExplorerException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    internal static AmazonServiceException From(ErrorResponse error, Exception? inner, HttpStatusCode status) => error.Code switch
    {
        "LimitExceededException" => new LimitExceededException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "BackfillLimitExceededException" => new BackfillLimitExceededException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "BillExpirationException" => new BillExpirationException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "DataUnavailableException" => new DataUnavailableException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "InvalidNextTokenException" => new InvalidNextTokenException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "RequestChangedException" => new RequestChangedException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "ResourceNotFoundException" => new ResourceNotFoundException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "BillingViewHealthStatusException" => new BillingViewHealthStatusException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        _ => new AmazonCostExplorerException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
    };
}
