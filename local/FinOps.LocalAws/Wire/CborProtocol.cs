using System.Text.Json.Nodes;
using FinOps.LocalAws.Signing;

namespace FinOps.LocalAws.Wire;

/// <summary>rpc-v2-cbor: <c>POST /service/PREFIX/operation/NAME</c> with the input as a CBOR map; the services are those of awsJson.</summary>
internal sealed class CborProtocol(IEnumerable<IJsonService> services) : IWireProtocol
{
    private const string ProtocolHeader = "smithy-protocol";
    private const string ProtocolName = "rpc-v2-cbor";
    private static readonly HashSet<string> NoTimestamps = [];
    private readonly Dictionary<string, ICborService> _services = services.OfType<ICborService>().ToDictionary(service => service.TargetPrefix, StringComparer.Ordinal);

    public static bool Speaks(IncomingRequest request) => request.Header(ProtocolHeader) == ProtocolName;

    public Invocation Resolve(IncomingRequest request, string signingName)
    {
        if (request.Method != "POST" || request.RawPath.Split('/') is not ["", "service", var prefix, "operation", var operation] || !_services.TryGetValue(prefix, out var service))
            throw JsonProtocol.UnknownOperation($"{request.Method} {request.RawPath}");
        if (service.SigningName != signingName)
            throw Describe(SignatureRefusal.WrongService(service.SigningName));
        var input = new Lazy<JsonObject>(() => Parse(request.Body));
        return new Invocation(signingName, operation, async context =>
            Answer(await service.HandleAsync(operation, input.Value, context), service.TimestampMembers, 200, context.RequestId))
        {
            Input = name => input.Value.Text(name),
        };
    }

    public WireResponse Refuse(AwsError error, string requestId)
    {
        var body = (JsonObject)error.Members.DeepClone();
        body["__type"] = error.Code;
        body[error.MessageMember] = error.Message;
        var response = Answer(body, NoTimestamps, error.Status, requestId) with { Error = error.Code };
        if (error.QueryCode is { } code)
            response.Headers["x-amzn-query-error"] = $"{code};Sender";
        return response;
    }

    public AwsError Describe(SignatureRefusal refusal) => JsonProtocol.Code(refusal);

    public AwsError Deny(string message) => new("AccessDeniedException", message);

    private static WireResponse Answer(JsonNode body, IReadOnlySet<string> timestamps, int status, string requestId) => new()
    {
        Status = status,
        Headers = { ["Content-Type"] = "application/cbor", [ProtocolHeader] = ProtocolName, ["x-amzn-RequestId"] = requestId },
        Body = CborFormat.Write(body, timestamps),
    };

    private static JsonObject Parse(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
            return [];
        try
        {
            return CborFormat.Read(body.Span) as JsonObject ?? throw new AwsError("SerializationException", "The body is CBOR but no map.");
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new AwsError("SerializationException", $"The body is no CBOR: {exception.Message}");
        }
    }
}
