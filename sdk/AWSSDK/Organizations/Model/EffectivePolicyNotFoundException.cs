using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

public class EffectivePolicyNotFoundException : AmazonOrganizationsException
{
    public EffectivePolicyNotFoundException(string message)
        : base(message) { }

    public EffectivePolicyNotFoundException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
