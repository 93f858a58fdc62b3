using System.Xml.Linq;
using FinOps.LocalAws.Signing;

namespace FinOps.LocalAws.Wire;

/// <summary>rest-xml as S3 speaks it: errors as a bare Error element.</summary>
internal sealed class RestXmlProtocol(IRestService s3) : IWireProtocol
{
    public Invocation Resolve(IncomingRequest request, string signingName)
    {
        if (signingName != s3.SigningName)
            throw new AwsError("UnknownOperationException", $"This endpoint has no service that signs as '{signingName}'.", 404);
        var invocation = s3.Match(request)
            ?? throw new AwsError("MethodNotAllowed", $"The specified method is not allowed against this resource: {request.Method} {request.RawPath}", 405);
        return invocation with
        {
            RunAsync = async context =>
            {
                var response = await invocation.RunAsync(context);
                response.Headers["x-amz-request-id"] = context.RequestId;
                return response;
            },
        };
    }

    public WireResponse Refuse(AwsError error, string requestId)
    {
        var body = new XElement("Error", new XElement("Code", error.Code), new XElement("Message", error.Message));
        foreach (var (name, value) in error.Members)
            body.Add(new XElement(name, value?.ToString()));
        body.Add(new XElement("RequestId", requestId));
        var response = WireResponse.Xml(body, status: error.Status) with { Error = error.Code };
        response.Headers["x-amz-request-id"] = requestId;
        return response;
    }

    public AwsError Describe(SignatureRefusal refusal) => refusal.Kind switch
    {
        SignatureRefusalKind.Missing => new("AccessDenied", refusal.Message, 403),
        SignatureRefusalKind.UnknownKey => new("InvalidAccessKeyId", refusal.Message, 403),
        SignatureRefusalKind.Expired => new("ExpiredToken", refusal.Message, 400),
        SignatureRefusalKind.Skewed => new("RequestTimeTooSkewed", refusal.Message, 403),
        SignatureRefusalKind.Malformed => new("AuthorizationHeaderMalformed", refusal.Message, 400),
        SignatureRefusalKind.PayloadMismatch => new("XAmzContentSHA256Mismatch", refusal.Message, 400),
        SignatureRefusalKind.LinkExpired => new("AccessDenied", refusal.Message, 403),
        SignatureRefusalKind.IncompleteBody => new("IncompleteBody", refusal.Message, 400),
        SignatureRefusalKind.TooLarge => new("EntityTooLarge", refusal.Message, 400),
        SignatureRefusalKind.BadChecksum => new("BadDigest", refusal.Message, 400),
        _ => new("SignatureDoesNotMatch", refusal.Message, 403),
    };

    public AwsError Deny(string message) => new("AccessDenied", message, 403);
}
