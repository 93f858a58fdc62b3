using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Wire;

/// <summary>An awsJson service as a table of operations; an operation that is not in it is refused as unknown.</summary>
internal abstract class JsonServiceBase(string signingName, string targetPrefix, string jsonVersion) : IJsonService
{
    private readonly Dictionary<string, Func<JsonInput, CallContext, JsonNode>> _operations = new(StringComparer.Ordinal);

    public string SigningName => signingName;

    public string TargetPrefix => targetPrefix;

    public string JsonVersion => jsonVersion;

    public Task<JsonNode> HandleAsync(string operation, JsonObject input, CallContext context)
    {
        if (!_operations.TryGetValue(operation, out var run))
            throw JsonProtocol.UnknownOperation(operation);
        Authorize(operation, context);
        return Task.FromResult(run(new JsonInput(input, Invalid), context));
    }

    /// <summary>The service's error for an input that breaks its model.</summary>
    protected abstract AwsError Invalid(string message);

    /// <summary>Refuses callers that may not call the operation at all.</summary>
    protected virtual void Authorize(string operation, CallContext context)
    {
    }

    protected void Add(string operation, Func<JsonInput, CallContext, JsonNode> run) => _operations.Add(operation, run);
}
