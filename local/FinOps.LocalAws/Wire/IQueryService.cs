using System.Xml.Linq;

namespace FinOps.LocalAws.Wire;

/// <summary>A service that speaks the query protocol: form fields in, XML out.</summary>
internal interface IQueryService
{
    string SigningName { get; }

    /// <summary>The API version that the Version field must have, for example <c>2011-06-15</c>.</summary>
    string Version { get; }

    XNamespace Namespace { get; }

    /// <summary>Answers the children of the <c>[Operation]Result</c> element, without a namespace; empty when there are none.</summary>
    /// <exception cref="AwsError">Every refusal, among them <see cref="QueryProtocol.InvalidAction"/>.</exception>
    Task<IReadOnlyList<XElement>> HandleAsync(string operation, QueryInput input, CallContext context);
}
