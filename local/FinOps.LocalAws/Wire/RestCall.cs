using System.Text.Json;
using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Wire;

/// <summary>One rest-json request with what its path named.</summary>
internal sealed class RestCall(IncomingRequest request, IReadOnlyDictionary<string, string> path, CallContext context, Func<string, AwsError> invalid)
{
    private JsonInput? _input;

    public IncomingRequest Request => request;

    public CallContext Context => context;

    /// <summary>The body's members; read when first asked for, as not every body is JSON.</summary>
    public JsonInput Input => _input ??= new JsonInput(Parse(), invalid);

    /// <summary>A decoded part of the path.</summary>
    public string Path(string name) => path[name];

    public string? Query(string name) => request.QueryValue(name);

    /// <summary>Every value of a query parameter that may be repeated.</summary>
    public IReadOnlyList<string> QueryAll(string name) => [.. request.Query.Where(pair => pair.Key == name).Select(pair => pair.Value)];

    /// <summary>A whole number of the query, or the fallback when absent.</summary>
    public int QueryInteger(string name, int fallback, int minimum, int maximum)
    {
        if (Query(name) is not { } text)
            return fallback;
        return int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum
            ? number
            : throw invalid($"1 validation error detected: Value '{text}' at '{name}' failed to satisfy constraint: Member must be between {minimum} and {maximum}");
    }

    private JsonObject Parse()
    {
        if (request.Body.IsEmpty)
            return [];
        try
        {
            return JsonNode.Parse(request.Body.Span) as JsonObject ?? throw new AwsError("SerializationException", "The body is JSON but no object.");
        }
        catch (JsonException exception)
        {
            throw new AwsError("SerializationException", $"Could not parse request body into json: {exception.Message}");
        }
    }
}
