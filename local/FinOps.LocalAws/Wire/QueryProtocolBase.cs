using System.Text;
using System.Xml.Linq;
using FinOps.LocalAws.Signing;

namespace FinOps.LocalAws.Wire;

/// <summary>A form with Action and Version, answered in XML; how the answer is wrapped is the protocol's own.</summary>
internal abstract class QueryProtocolBase(IEnumerable<IQueryService> services) : IWireProtocol
{
    private readonly Dictionary<string, IQueryService> _services = services.ToDictionary(service => service.SigningName, StringComparer.Ordinal);

    public Invocation Resolve(IncomingRequest request, string signingName)
    {
        var input = QueryInput.Parse(Encoding.UTF8.GetString(request.Body.Span));
        var action = input.Optional("Action") ?? throw new AwsError("MissingAction", "The form has no Action.");
        if (!_services.TryGetValue(signingName, out var service))
            throw QueryProtocol.InvalidAction($"{action} of service {signingName}");
        if (input.Optional("Version") != service.Version)
            throw QueryProtocol.InvalidAction($"{action} of version {input.Optional("Version") ?? "(none)"}; this endpoint has version {service.Version}");

        return new Invocation(signingName, action, async context =>
        {
            var body = Answer(action, await service.HandleAsync(action, input, context), context.RequestId);
            Qualify(body, service.Namespace);
            return Respond(body, context.RequestId);
        })
        {
            Input = input.Optional,
        };
    }

    public WireResponse Refuse(AwsError error, string requestId) => Respond(Refusal(error, requestId), requestId, error.Status) with { Error = error.Code };

    public abstract AwsError Describe(SignatureRefusal refusal);

    public abstract AwsError Deny(string message);

    protected abstract XElement Answer(string action, IReadOnlyList<XElement> children, string requestId);

    protected abstract XElement Refusal(AwsError error, string requestId);

    private static WireResponse Respond(XElement body, string requestId, int status = 200)
    {
        var response = WireResponse.Xml(body, "text/xml", status);
        response.Headers["x-amzn-RequestId"] = requestId;
        return response;
    }

    private static void Qualify(XElement element, XNamespace space)
    {
        foreach (var each in element.DescendantsAndSelf())
            each.Name = space + each.Name.LocalName;
    }
}
