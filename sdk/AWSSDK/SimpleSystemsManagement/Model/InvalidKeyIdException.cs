using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

public class InvalidKeyIdException : AmazonSimpleSystemsManagementException
{
    public InvalidKeyIdException(string message)
        : base(message) { }

    public InvalidKeyIdException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
