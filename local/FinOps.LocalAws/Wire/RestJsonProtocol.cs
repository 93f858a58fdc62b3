using System.Text.Json.Nodes;
using FinOps.LocalAws.Signing;

namespace FinOps.LocalAws.Wire;

/// <summary>rest-json: the operation is in method and path, the error code in a header.</summary>
internal sealed class RestJsonProtocol(IEnumerable<IRestService> services) : IWireProtocol
{
    private readonly Dictionary<string, IRestService> _services = services.ToDictionary(service => service.SigningName, StringComparer.Ordinal);

    public bool Has(string signingName) => _services.ContainsKey(signingName);

    public Invocation Resolve(IncomingRequest request, string signingName)
    {
        if (!_services.TryGetValue(signingName, out var service))
            throw new AwsError("UnknownOperationException", $"This endpoint has no service that signs as '{signingName}'.", 404);
        var invocation = service.Match(request)
            ?? throw new AwsError("UnknownOperationException", $"{signingName} has no operation {request.Method} {request.RawPath} at this endpoint.", 404);
        return invocation with
        {
            RunAsync = async context =>
            {
                var response = await invocation.RunAsync(context);
                response.Headers["x-amzn-RequestId"] = context.RequestId;
                return response;
            },
        };
    }

    public WireResponse Refuse(AwsError error, string requestId)
    {
        var body = (JsonObject)error.Members.DeepClone();
        body[error.MessageMember] = error.Message;
        var response = WireResponse.Json(body, status: error.Status) with { Error = error.Code };
        response.Headers["x-amzn-errortype"] = error.Code;
        response.Headers["x-amzn-RequestId"] = requestId;
        return response;
    }

    public AwsError Describe(SignatureRefusal refusal) => refusal.Kind switch
    {
        SignatureRefusalKind.Missing => new("MissingAuthenticationTokenException", refusal.Message, 403),
        SignatureRefusalKind.UnknownKey => new("UnrecognizedClientException", refusal.Message, 403),
        SignatureRefusalKind.Expired => new("ExpiredTokenException", refusal.Message, 403),
        SignatureRefusalKind.Malformed => new("IncompleteSignatureException", refusal.Message, 400),
        SignatureRefusalKind.TooLarge => new("RequestEntityTooLargeException", refusal.Message, 413),
        _ => new("InvalidSignatureException", refusal.Message, 403),
    };

    public AwsError Deny(string message) => new("AccessDeniedException", message, 403);
}
