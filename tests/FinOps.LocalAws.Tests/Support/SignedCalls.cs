using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Signing;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Tests.Support;

/// <summary>Signs requests by hand, so that tests can also send what no SDK would.</summary>
internal sealed class SignedCalls(LocalAwsServer server) : IDisposable
{
    private readonly HttpClient _http = new();

    public string AccessKeyId { get; set; } = server.AccessKeyId;

    public string Secret { get; set; } = server.SecretAccessKey;

    /// <summary>Of temporary keys.</summary>
    public string? SessionToken { get; set; }

    public string Region { get; set; } = "us-east-1";

    public DateTimeOffset At { get; set; } = TimeProvider.System.GetUtcNow();

    public static SignedCalls As(LocalAwsServer server, RoleSession session) =>
        new(server) { AccessKeyId = session.AccessKeyId, Secret = session.SecretAccessKey, SessionToken = session.SessionToken };

    /// <param name="assumed">The answer of AssumeRole.</param>
    public static SignedCalls As(LocalAwsServer server, System.Xml.Linq.XElement assumed) => As(server, new RoleSession(
        assumed.Descendants("AccessKeyId").Single().Value, assumed.Descendants("SecretAccessKey").Single().Value, assumed.Descendants("SessionToken").Single().Value));

    /// <summary>An awsJson call; answers the output, or throws <see cref="RefusedException"/>.</summary>
    public async Task<JsonObject> JsonAsync(string service, string target, JsonObject? input = null, string version = "1.1")
    {
        using var response = await SendAsync(service, HttpMethod.Post, "/", (input ?? []).ToJsonString(), $"application/x-amz-json-{version}",
            ("X-Amz-Target", target));
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
        return response.IsSuccessStatusCode
            ? body
            : throw new RefusedException((int)response.StatusCode, (string)body["__type"]!, (string?)(body["message"] ?? body["Message"]) ?? "", body);
    }

    /// <summary>A rest-json call.</summary>
    public async Task<JsonObject> RestAsync(string service, HttpMethod method, string path, JsonObject? input = null)
    {
        using var response = await SendAsync(service, method, path, input?.ToJsonString() ?? "", "application/json");
        var text = await response.Content.ReadAsStringAsync();
        var body = text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
        return response.IsSuccessStatusCode
            ? body
            : throw new RefusedException((int)response.StatusCode, response.Headers.GetValues("x-amzn-errortype").Single(), (string?)(body["message"] ?? body["Message"]) ?? "", body);
    }

    /// <summary>A query call; answers the XML of success.</summary>
    public async Task<System.Xml.Linq.XElement> QueryAsync(string service, string version, string action, params (string Name, string Value)[] fields)
    {
        var form = string.Join('&', fields.Prepend(("Version", version)).Prepend(("Action", action)).Select(field => $"{field.Item1}={Uri.EscapeDataString(field.Item2)}"));
        using var response = await SendAsync(service, HttpMethod.Post, "/", form, "application/x-www-form-urlencoded");
        var body = System.Xml.Linq.XElement.Parse(await response.Content.ReadAsStringAsync());
        foreach (var element in body.DescendantsAndSelf())
            element.Name = element.Name.LocalName;
        return response.IsSuccessStatusCode
            ? body
            : throw new RefusedException((int)response.StatusCode, body.Descendants("Code").Single().Value, body.Descendants("Message").Single().Value, []);
    }

    public Task<HttpResponseMessage> SendAsync(string service, HttpMethod method, string pathAndQuery, string body, string contentType, params (string Name, string Value)[] headers) =>
        _http.SendAsync(Make(service, method, pathAndQuery, Encoding.UTF8.GetBytes(body), contentType, headers));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    public HttpRequestMessage Make(string service, HttpMethod method, string pathAndQuery, byte[] body, string? contentType, params (string Name, string Value)[] headers)
    {
        var message = new HttpRequestMessage(method, server.Url.OriginalString + pathAndQuery) { Content = new ByteArrayContent(body) };
        if (contentType is not null)
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        var stamp = SigningKey.Timestamp(At);
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["host"] = server.Url.Authority, ["x-amz-date"] = stamp };
        if (service == "s3")
            all["x-amz-content-sha256"] = Convert.ToHexStringLower(SHA256.HashData(body));
        if (SessionToken is not null)
            all["x-amz-security-token"] = SessionToken;
        foreach (var (name, value) in headers)
            all[name.ToLowerInvariant()] = value;

        var question = pathAndQuery.IndexOf('?', StringComparison.Ordinal);
        var scope = new CredentialScope(stamp[..8], Region, service);
        var signed = all.Keys.Order(StringComparer.Ordinal).ToList();
        var claim = new SignatureClaim(AccessKeyId, scope, signed, "", At, null, null);
        var request = new IncomingRequest
        {
            Method = method.Method,
            RawPath = question < 0 ? pathAndQuery : pathAndQuery[..question],
            Query = question < 0 ? [] : UriEncoding.ParseQuery(pathAndQuery[question..]),
            Headers = all,
            Body = body,
        };
        var payloadHash = all.GetValueOrDefault("x-amz-content-sha256") ?? Convert.ToHexStringLower(SHA256.HashData(body));
        var signature = new SigningKey(Secret, scope).Sign(CanonicalRequest.StringToSign(CanonicalRequest.Of(request, claim, payloadHash), claim));
        foreach (var (name, value) in all)
            if (name == "host")
                message.Headers.Host = value;
            else
                message.Headers.TryAddWithoutValidation(name, value);
        message.Headers.TryAddWithoutValidation("Authorization",
            $"AWS4-HMAC-SHA256 Credential={AccessKeyId}/{scope}, SignedHeaders={string.Join(';', signed)}, Signature={signature}");
        return message;
    }

    public void Dispose() => _http.Dispose();
}
