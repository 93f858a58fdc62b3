using System.Xml.Linq;

namespace FinOps.LocalAws.Wire;

/// <summary>A query service as a table of actions; an action that is not in it is refused as invalid.</summary>
internal abstract class QueryServiceBase(string signingName, string version, XNamespace space) : IQueryService
{
    private readonly Dictionary<string, Func<QueryInput, CallContext, IReadOnlyList<XElement>>> _operations = new(StringComparer.Ordinal);

    public string SigningName => signingName;

    public string Version => version;

    public XNamespace Namespace => space;

    public Task<IReadOnlyList<XElement>> HandleAsync(string operation, QueryInput input, CallContext context) =>
        _operations.TryGetValue(operation, out var run)
            ? Task.FromResult(run(input, context))
            : throw QueryProtocol.InvalidAction(operation);

    protected void Add(string operation, Func<QueryInput, CallContext, IReadOnlyList<XElement>> run) => _operations.Add(operation, run);
}
