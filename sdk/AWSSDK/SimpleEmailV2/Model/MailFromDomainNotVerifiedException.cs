using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

public class MailFromDomainNotVerifiedException : AmazonSimpleEmailServiceV2Exception
{
    public MailFromDomainNotVerifiedException(string message)
        : base(message) { }

    public MailFromDomainNotVerifiedException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
