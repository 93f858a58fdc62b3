using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SimpleSystemsManagement.Model;

namespace Amazon.SimpleSystemsManagement;

/// <summary>Any error that the service answers; the modelled ones of reading a parameter have their own subclass.</summary>
public class AmazonSimpleSystemsManagementException : AmazonServiceException
{
    public AmazonSimpleSystemsManagementException(string message)
        : base(message) { }

    public AmazonSimpleSystemsManagementException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    internal static AmazonServiceException From(ErrorResponse error, Exception? inner, HttpStatusCode status) => error.Code switch
    {
        "ParameterNotFound" => new ParameterNotFoundException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "InvalidKeyId" => new InvalidKeyIdException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        _ => new AmazonSimpleSystemsManagementException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
    };
}
