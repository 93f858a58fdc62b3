using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

public class MessageRejected : AmazonSimpleEmailServiceV2Exception
{
    public MessageRejected(string message)
        : base(message) { }

    public MessageRejected(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
