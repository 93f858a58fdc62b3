using System.Xml.Linq;
using FinOps.LocalAws.Signing;

namespace FinOps.LocalAws.Wire;

/// <summary>EC2's own dialect of the query protocol: answers are not wrapped, errors come in a list, and their codes are older than all others.</summary>
internal sealed class Ec2QueryProtocol(IEnumerable<IQueryService> services) : QueryProtocolBase(services)
{
    public const string SigningName = "ec2";

    public override AwsError Describe(SignatureRefusal refusal) => refusal.Kind switch
    {
        SignatureRefusalKind.Missing => new("MissingParameter", refusal.Message, 400),
        SignatureRefusalKind.Expired or SignatureRefusalKind.Skewed => new("RequestExpired", refusal.Message, 400),
        SignatureRefusalKind.Malformed => new("IncompleteSignature", refusal.Message, 400),
        SignatureRefusalKind.TooLarge => new("RequestEntityTooLarge", refusal.Message, 413),
        _ => new("AuthFailure", "AWS was not able to validate the provided access credentials", 401),
    };

    public override AwsError Deny(string message) => new("UnauthorizedOperation", message, 403);

    protected override XElement Answer(string action, IReadOnlyList<XElement> children, string requestId) =>
        new($"{action}Response", new XElement("requestId", requestId), children);

    protected override XElement Refusal(AwsError error, string requestId) => new("Response",
        new XElement("Errors", new XElement("Error", new XElement("Code", error.Code), new XElement("Message", error.Message))),
        new XElement("RequestID", requestId));
}
