using System.Text.Json.Nodes;
using FinOps.LocalAws.Signing;

namespace FinOps.LocalAws.Wire;

/// <summary>A rest-json service as a table of routes such as <c>GET /schedules/{Name}</c>.</summary>
internal abstract class RestJsonServiceBase(string signingName) : IRestService
{
    private readonly List<Route> _routes = [];

    public string SigningName => signingName;

    public Invocation? Match(IncomingRequest request)
    {
        var segments = Split(request.RawPath);
        foreach (var route in _routes)
            if (route.Method == request.Method && Bind(route.Segments, segments) is { } path)
                return new Invocation(signingName, route.Operation, context => route.RunAsync(new RestCall(request, path, context, Invalid)))
                {
                    Input = name => path.GetValueOrDefault(name) ?? request.QueryValue(name) ?? JsonText.Find(request.Body, name),
                };
        return null;
    }

    /// <summary>The service's error for an input that breaks its model.</summary>
    protected abstract AwsError Invalid(string message);

    protected void Add(string operation, string method, string template, Func<RestCall, JsonNode> run, int status = 200) =>
        AddAsync(operation, method, template, call => Task.FromResult(run(call)), status);

    protected void AddAsync(string operation, string method, string template, Func<RestCall, Task<JsonNode>> run, int status = 200) =>
        AddRaw(operation, method, template, async call => status == 204
            ? await EmptyAsync(run(call))
            : WireResponse.Json(await run(call), status: status));

    /// <summary>For operations whose body or headers are not the plain JSON of their output.</summary>
    protected void AddRaw(string operation, string method, string template, Func<RestCall, Task<WireResponse>> run) =>
        _routes.Add(new Route(operation, method, Split(template), run));

    private static async Task<WireResponse> EmptyAsync(Task<JsonNode> run)
    {
        await run;
        return WireResponse.Empty(204);
    }

    private static Dictionary<string, string>? Bind(string[] template, string[] segments)
    {
        if (template.Length != segments.Length)
            return null;
        var path = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < template.Length; index++)
            if (template[index].StartsWith('{'))
                path[template[index][1..^1]] = UriEncoding.Decode(segments[index]);
            else if (template[index] != segments[index])
                return null;
        return path;
    }

    private static string[] Split(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private sealed record Route(string Operation, string Method, string[] Segments, Func<RestCall, Task<WireResponse>> RunAsync);
}
