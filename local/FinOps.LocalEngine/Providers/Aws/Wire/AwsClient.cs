using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Amazon.Runtime;

namespace FinOps.LocalEngine.Providers.Aws.Wire;

/// <summary>Signed calls in AWS's four protocols, with the retries of the SDKs' standard mode (four attempts, throttles and transient failures).</summary>
internal sealed class AwsClient(AwsEndpoints endpoints, AWSCredentials credentials, HttpClient http, TimeProvider clock)
{
    private const int Attempts = 4;

    private readonly RequestSigner _signer = new(clock);

    public AwsEndpoints Endpoints => endpoints;

    public async Task<JsonObject> JsonAsync(AwsApi api, string region, string operation, JsonObject input, CancellationToken cancellationToken)
    {
        var response = await SendAsync(new AwsRequest(api, operation, HttpMethod.Post, "/", region)
        {
            Headers = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["content-type"] = $"application/x-amz-json-{api.Version}",
                ["x-amz-target"] = $"{api.Target}.{operation}",
            },
            Body = Encoding.UTF8.GetBytes(input.ToJsonString()),
        }, cancellationToken);
        return ParseObject(response.Body);
    }

    /// <returns>The <c>[Operation]Result</c> element without namespaces; an empty one when the operation has no result.</returns>
    public async Task<XElement> QueryAsync(AwsApi api, string region, string operation, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        var form = RequestSigner.QueryText([new("Action", operation), new("Version", api.Version), .. fields]);
        var response = await SendAsync(new AwsRequest(api, operation, HttpMethod.Post, "/", region)
        {
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["content-type"] = "application/x-www-form-urlencoded; charset=utf-8" },
            Body = Encoding.UTF8.GetBytes(form),
        }, cancellationToken);
        var root = AwsErrors.WithoutNamespaces(XElement.Parse(Encoding.UTF8.GetString(response.Body)));
        return root.Element(operation + "Result") ?? new XElement(operation + "Result");
    }

    public async Task<JsonObject> RestJsonAsync(
        AwsApi api, string region, string operation, HttpMethod method, string path, JsonObject? input, CancellationToken cancellationToken, params KeyValuePair<string, string>[] query)
    {
        var response = await SendAsync(new AwsRequest(api, operation, method, path, region)
        {
            Query = query,
            Headers = input is null
                ? new Dictionary<string, string>(StringComparer.Ordinal)
                : new Dictionary<string, string>(StringComparer.Ordinal) { ["content-type"] = "application/json" },
            Body = input is null ? default : Encoding.UTF8.GetBytes(input.ToJsonString()),
        }, cancellationToken);
        return ParseObject(response.Body);
    }

    /// <exception cref="AwsCallException">AWS refused, and goes on refusing where a retry could help.</exception>
    /// <exception cref="HttpRequestException">Nobody answers at the endpoint.</exception>
    public async Task<AwsResponse> SendAsync(AwsRequest request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await SendOnceAsync(request, cancellationToken);
            }
            catch (AwsCallException refusal) when (refusal.IsThrottle && attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100 << attempt), clock, cancellationToken);
            }
        }
    }

    private async Task<AwsResponse> SendOnceAsync(AwsRequest request, CancellationToken cancellationToken)
    {
        var endpoint = endpoints.For(request.Api);
        var query = RequestSigner.QueryText(request.Query);
        using var message = new HttpRequestMessage(request.Method, new Uri($"{endpoint.GetLeftPart(UriPartial.Authority)}{request.Path}{(query.Length > 0 ? "?" + query : "")}"));
        if (!request.Body.IsEmpty || request.Method == HttpMethod.Post || request.Method == HttpMethod.Put)
            message.Content = new ReadOnlyMemoryContent(request.Body);
        foreach (var (name, value) in _signer.Sign(request, endpoint, await credentials.GetCredentialsAsync()))
        {
            switch (name)
            {
                case "host": break;
                case "content-type": message.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value); break;
                case "content-length": message.Content!.Headers.ContentLength = long.Parse(value, CultureInfo.InvariantCulture); break;
                case var header when header.StartsWith("content-", StringComparison.Ordinal): message.Content!.Headers.TryAddWithoutValidation(name, value); break;
                default: message.Headers.TryAddWithoutValidation(name, value); break;
            }
        }
        using var response = await http.SendAsync(message, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if ((int)response.StatusCode >= 400)
            throw AwsErrors.Read(request, response, body);
        return new AwsResponse(
            response.StatusCode,
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key.ToLowerInvariant(), header => string.Join(",", header.Value), StringComparer.Ordinal),
            body);
    }

    private static JsonObject ParseObject(byte[] body) =>
        body.Length == 0 ? [] : JsonNode.Parse(body) as JsonObject ?? [];
}
