using System.Net;
using Amazon.RDS.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.RDS;

/// <summary>Any error that the service answers; the modelled ones have their own subclass.</summary>
public class AmazonRDSException : AmazonServiceException
{
    public AmazonRDSException(string message)
        : base(message) { }

    public AmazonRDSException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    internal static AmazonServiceException From(ErrorResponse error, Exception? inner, HttpStatusCode status) => error.Code switch
    {
        "DBInstanceNotFound" => new DBInstanceNotFoundException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "DBClusterNotFoundFault" => new DBClusterNotFoundException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "InvalidDBInstanceState" => new InvalidDBInstanceStateException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "InvalidDBClusterStateFault" => new InvalidDBClusterStateException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "InsufficientDBInstanceCapacity" => new InsufficientDBInstanceCapacityException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        _ => new AmazonRDSException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
    };
}
