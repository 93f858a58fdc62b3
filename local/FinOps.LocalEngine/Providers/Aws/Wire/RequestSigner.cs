using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;
using Amazon.Util;

namespace FinOps.LocalEngine.Providers.Aws.Wire;

/// <summary>Signature Version 4 over the headers; the key derivation and the encoding are AWSSDK.Core's.</summary>
internal sealed class RequestSigner(TimeProvider clock)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <returns>Every header to send, Authorization among them, names in lower case.</returns>
    public SortedDictionary<string, string> Sign(AwsRequest request, Uri endpoint, ImmutableCredentials keys)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var time = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var date = now.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var region = request.Api.IsGlobal ? "us-east-1" : request.Region;
        var payload = Convert.ToHexStringLower(SHA256.HashData(request.Body.Span));
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = endpoint.Authority,
            ["x-amz-date"] = time,
            ["x-amz-content-sha256"] = payload,
        };
        if (keys.UseToken)
            headers["x-amz-security-token"] = keys.Token;
        foreach (var (name, value) in request.Headers)
            headers[name] = value;

        var signed = string.Join(';', headers.Keys);
        var canonical = string.Join('\n',
            request.Method.Method,
            CanonicalPath(request),
            QueryText(request.Query),
            string.Concat(headers.Select(header => $"{header.Key}:{header.Value.Trim()}\n")),
            signed,
            payload);
        var scope = $"{date}/{region}/{request.Api.SigningName}/aws4_request";
        var toSign = $"{Algorithm}\n{time}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = AWS4Signer.ComposeSigningKey(keys.SecretKey, region, date, request.Api.SigningName);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
        headers["authorization"] = $"{Algorithm} Credential={keys.AccessKey}/{scope}, SignedHeaders={signed}, Signature={signature}";
        return headers;
    }

    /// <summary>Sorted and encoded, as it must be both signed and sent.</summary>
    public static string QueryText(IEnumerable<KeyValuePair<string, string>> query) => string.Join('&', query
        .Select(item => (Name: AWSSDKUtils.UrlEncode(item.Key, path: false), Value: AWSSDKUtils.UrlEncode(item.Value, path: false)))
        .OrderBy(item => item.Name, StringComparer.Ordinal)
        .ThenBy(item => item.Value, StringComparer.Ordinal)
        .Select(item => $"{item.Name}={item.Value}"));

    /// <summary>Every service but S3 signs the encoded path encoded once more.</summary>
    private static string CanonicalPath(AwsRequest request) =>
        request.Api == AwsApi.S3 ? request.Path : AWSSDKUtils.UrlEncode(request.Path, path: true);
}
