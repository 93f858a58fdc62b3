using System.Xml.Linq;
using FinOps.LocalAws.Signing;

namespace FinOps.LocalAws.Wire;

/// <summary>The query protocol of most services that have one.</summary>
internal sealed class QueryProtocol(IEnumerable<IQueryService> services) : QueryProtocolBase(services)
{
    public static bool Speaks(IncomingRequest request) =>
        request.Method == "POST" && request.RawPath == "/"
        && request.Header("content-type") is { } type && type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    public static AwsError InvalidAction(string action) =>
        new("InvalidAction", $"Could not find operation {action}", 400);

    public override AwsError Describe(SignatureRefusal refusal) => refusal.Kind switch
    {
        SignatureRefusalKind.Missing => new("MissingAuthenticationToken", refusal.Message, 403),
        SignatureRefusalKind.UnknownKey => new("InvalidClientTokenId", refusal.Message, 403),
        SignatureRefusalKind.Expired => new("ExpiredToken", refusal.Message, 403),
        SignatureRefusalKind.Malformed => new("IncompleteSignature", refusal.Message, 400),
        SignatureRefusalKind.TooLarge => new("RequestEntityTooLarge", refusal.Message, 413),
        _ => new("SignatureDoesNotMatch", refusal.Message, 403),
    };

    public override AwsError Deny(string message) => new("AccessDenied", message, 403);

    protected override XElement Answer(string action, IReadOnlyList<XElement> children, string requestId) => new($"{action}Response",
        new XElement($"{action}Result", children),
        new XElement("ResponseMetadata", new XElement("RequestId", requestId)));

    protected override XElement Refusal(AwsError error, string requestId) => new("ErrorResponse",
        new XElement("Error",
            new XElement("Type", error.Status >= 500 ? "Receiver" : "Sender"),
            new XElement("Code", error.Code),
            new XElement("Message", error.Message)),
        new XElement("RequestId", requestId));
}
