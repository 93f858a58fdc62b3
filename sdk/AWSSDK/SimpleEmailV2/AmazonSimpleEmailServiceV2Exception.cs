using System.Net;
using Amazon.SimpleEmailV2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.SimpleEmailV2;

/// <summary>Any error that the service answers; the modelled ones have their own subclass.</summary>
public class AmazonSimpleEmailServiceV2Exception : AmazonServiceException
{
    public AmazonSimpleEmailServiceV2Exception(string message)
        : base(message) { }

    public AmazonSimpleEmailServiceV2Exception(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    internal static AmazonServiceException From(ErrorResponse error, Exception? inner, HttpStatusCode status) => error.Code switch
    {
        "TooManyRequestsException" => new TooManyRequestsException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "LimitExceededException" => new LimitExceededException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "AccountSuspendedException" => new AccountSuspendedException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "SendingPausedException" => new SendingPausedException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "MessageRejected" => new MessageRejected(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "MailFromDomainNotVerifiedException" => new MailFromDomainNotVerifiedException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "NotFoundException" => new NotFoundException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        "BadRequestException" => new BadRequestException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        _ => new AmazonSimpleEmailServiceV2Exception(error.Message, inner, error.Type, error.Code, error.RequestId, status),
    };
}
