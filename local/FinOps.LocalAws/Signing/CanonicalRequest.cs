using System.Security.Cryptography;
using System.Text;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Signing;

/// <summary>Signature Version 4's canonical request of what came over the wire.</summary>
internal static class CanonicalRequest
{
    public static string Of(IncomingRequest request, SignatureClaim claim, string payloadHash)
    {
        var headers = new StringBuilder();
        foreach (var name in claim.SignedHeaders)
            headers.Append(name).Append(':').Append(Squeeze(request.Header(name) ?? "")).Append('\n');
        return string.Join('\n', request.Method, Path(request.RawPath, claim.Scope.Service), Query(request.Query),
            headers, string.Join(';', claim.SignedHeaders), payloadHash);
    }

    /// <summary>The string to sign: algorithm, time, scope and the hash of the canonical request.</summary>
    public static string StringToSign(string canonicalRequest, SignatureClaim claim) => string.Join('\n',
        "AWS4-HMAC-SHA256", SigningKey.Timestamp(claim.SignedAt), claim.Scope,
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest))));

    // S3 signs the path encoded once, dot segments and all; every other service signs the normalised path encoded a second time.
    private static string Path(string rawPath, string service)
    {
        if (service == "s3")
            return UriEncoding.Encode(UriEncoding.DecodeBytes(rawPath), keepSlash: true);
        var segments = new List<string>();
        foreach (var segment in rawPath.Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (segment == "..")
                segments.RemoveRange(Math.Max(0, segments.Count - 1), Math.Min(1, segments.Count));
            else if (segment != ".")
                segments.Add(UriEncoding.Encode(segment));
        var path = "/" + string.Join('/', segments);
        return path.Length > 1 && rawPath.EndsWith('/') ? path + "/" : path;
    }

    private static string Query(IReadOnlyList<KeyValuePair<string, string>> query) => string.Join('&', query
        .Where(pair => pair.Key != "X-Amz-Signature")
        .Select(pair => (Name: UriEncoding.Encode(pair.Key), Value: UriEncoding.Encode(pair.Value)))
        .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
        .Select(pair => $"{pair.Name}={pair.Value}"));

    private static string Squeeze(string value)
    {
        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words);
    }
}
