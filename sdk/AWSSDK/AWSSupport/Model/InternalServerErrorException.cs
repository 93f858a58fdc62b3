using System.Net;
using Amazon.Runtime;

namespace Amazon.AWSSupport.Model;

public class InternalServerErrorException : AmazonAWSSupportException
{
    public InternalServerErrorException(string message)
        : base(message) { }

    public InternalServerErrorException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
