using System.Text.Json;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Signing;

namespace FinOps.LocalAws.Wire;

/// <summary>awsJson 1.0 and 1.1.</summary>
internal sealed class JsonProtocol(IEnumerable<IJsonService> services) : IWireProtocol
{
    private readonly Dictionary<string, IJsonService> _services = services.ToDictionary(service => service.TargetPrefix, StringComparer.Ordinal);

    public static bool Speaks(IncomingRequest request) => request.Header("x-amz-target") is not null;

    public static AwsError UnknownOperation(string operation) =>
        new("UnknownOperationException", $"The operation {operation} is not known to this endpoint.");

    public Invocation Resolve(IncomingRequest request, string signingName)
    {
        var target = request.Header("x-amz-target") ?? "";
        var dot = target.LastIndexOf('.');
        var operation = target[(dot + 1)..];
        if (dot < 0 || !_services.TryGetValue(target[..dot], out var service))
            throw UnknownOperation(target);
        if (service.SigningName != signingName)
            throw Describe(SignatureRefusal.WrongService(service.SigningName));
        if (request.Method != "POST" || request.RawPath != "/")
            throw UnknownOperation($"{request.Method} {request.RawPath}");

        var input = new Lazy<JsonObject>(() => Parse(request.Body));
        return new Invocation(signingName, operation, async context =>
        {
            var output = await service.HandleAsync(operation, input.Value, context);
            var response = WireResponse.Json(output, $"application/x-amz-json-{service.JsonVersion}");
            response.Headers["x-amzn-RequestId"] = context.RequestId;
            return response;
        })
        {
            Input = name => input.Value.Text(name),
            Inputs = name => input.Value.Texts(name),
        };
    }

    public WireResponse Refuse(AwsError error, string requestId)
    {
        var body = (JsonObject)error.Members.DeepClone();
        body["__type"] = error.Code;
        body[error.MessageMember] = error.Message;
        var response = WireResponse.Json(body, "application/x-amz-json-1.1", error.Status) with { Error = error.Code };
        response.Headers["x-amzn-RequestId"] = requestId;
        if (error.QueryCode is { } code)
            response.Headers["x-amzn-query-error"] = $"{code};Sender";
        return response;
    }

    public AwsError Describe(SignatureRefusal refusal) => Code(refusal);

    public AwsError Deny(string message) => new("AccessDeniedException", message) { MessageMember = "Message" };

    /// <summary>The RPC protocols of both encodings have the same codes.</summary>
    public static AwsError Code(SignatureRefusal refusal) => refusal.Kind switch
    {
        SignatureRefusalKind.Missing => new("MissingAuthenticationTokenException", refusal.Message, 400),
        SignatureRefusalKind.UnknownKey => new("UnrecognizedClientException", refusal.Message, 400),
        SignatureRefusalKind.Expired => new("ExpiredTokenException", refusal.Message, 400),
        SignatureRefusalKind.Malformed => new("IncompleteSignatureException", refusal.Message, 400),
        SignatureRefusalKind.TooLarge => new("RequestEntityTooLargeException", refusal.Message, 413),
        _ => new("InvalidSignatureException", refusal.Message, 400),
    };

    private static JsonObject Parse(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
            return [];
        try
        {
            return JsonNode.Parse(body.Span) as JsonObject
                ?? throw new AwsError("SerializationException", "The body is JSON but no object.");
        }
        catch (JsonException exception)
        {
            throw new AwsError("SerializationException", $"The body is no JSON: {exception.Message}");
        }
    }
}
