using System.Text;
using System.Xml.Linq;
using FinOps.LocalAws.Signing;

namespace FinOps.LocalAws.Wire;

/// <summary>The query protocol: a form with Action and Version, answered in XML.</summary>
internal sealed class QueryProtocol(IEnumerable<IQueryService> services) : IWireProtocol
{
    private readonly Dictionary<string, IQueryService> _services = services.ToDictionary(service => service.SigningName, StringComparer.Ordinal);

    public static bool Speaks(IncomingRequest request) =>
        request.Method == "POST" && request.RawPath == "/"
        && request.Header("content-type") is { } type && type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    public static AwsError InvalidAction(string action) =>
        new("InvalidAction", $"Could not find operation {action}", 400);

    public Invocation Resolve(IncomingRequest request, string signingName)
    {
        var input = QueryInput.Parse(Encoding.UTF8.GetString(request.Body.Span));
        var action = input.Optional("Action") ?? throw new AwsError("MissingAction", "The form has no Action.");
        if (!_services.TryGetValue(signingName, out var service))
            throw InvalidAction($"{action} of service {signingName}");
        if (input.Optional("Version") != service.Version)
            throw InvalidAction($"{action} of version {input.Optional("Version") ?? "(none)"}; this endpoint has version {service.Version}");

        return new Invocation(signingName, action, async context =>
        {
            var children = await service.HandleAsync(action, input, context);
            var body = new XElement($"{action}Response",
                new XElement($"{action}Result", children),
                new XElement("ResponseMetadata", new XElement("RequestId", context.RequestId)));
            Qualify(body, service.Namespace);
            var response = WireResponse.Xml(body, "text/xml");
            response.Headers["x-amzn-RequestId"] = context.RequestId;
            return response;
        })
        {
            Input = input.Optional,
        };
    }

    public WireResponse Refuse(AwsError error, string requestId)
    {
        var body = new XElement("ErrorResponse",
            new XElement("Error",
                new XElement("Type", error.Status >= 500 ? "Receiver" : "Sender"),
                new XElement("Code", error.Code),
                new XElement("Message", error.Message)),
            new XElement("RequestId", requestId));
        var response = WireResponse.Xml(body, "text/xml", error.Status) with { Error = error.Code };
        response.Headers["x-amzn-RequestId"] = requestId;
        return response;
    }

    public AwsError Describe(SignatureRefusal refusal) => refusal.Kind switch
    {
        SignatureRefusalKind.Missing => new("MissingAuthenticationToken", refusal.Message, 403),
        SignatureRefusalKind.UnknownKey => new("InvalidClientTokenId", refusal.Message, 403),
        SignatureRefusalKind.Expired => new("ExpiredToken", refusal.Message, 403),
        SignatureRefusalKind.Malformed => new("IncompleteSignature", refusal.Message, 400),
        SignatureRefusalKind.TooLarge => new("RequestEntityTooLarge", refusal.Message, 413),
        _ => new("SignatureDoesNotMatch", refusal.Message, 403),
    };

    public AwsError Deny(string message) => new("AccessDenied", message, 403);

    private static void Qualify(XElement element, XNamespace space)
    {
        foreach (var each in element.DescendantsAndSelf())
            each.Name = space + each.Name.LocalName;
    }
}
