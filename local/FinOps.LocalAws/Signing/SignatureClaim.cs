using System.Globalization;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Signing;

/// <summary>What a request says of its own signature, from the Authorization header or from the query of a presigned link.</summary>
internal sealed record SignatureClaim(
    string AccessKeyId,
    CredentialScope Scope,
    IReadOnlyList<string> SignedHeaders,
    string Signature,
    DateTimeOffset SignedAt,
    string? SessionToken,
    TimeSpan? LinkLifetime)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Null when the request is not signed at all.</summary>
    /// <exception cref="SignatureRefusedException">Signed, but not as Signature Version 4 wants it.</exception>
    public static SignatureClaim? Find(IncomingRequest request)
    {
        if (request.Header("authorization") is { } authorization)
            return FromHeader(request, authorization);
        return request.QueryValue("X-Amz-Algorithm") is not null || request.QueryValue("X-Amz-Credential") is not null
            ? FromQuery(request)
            : null;
    }

    /// <summary>The service that an unverified request is signed for, for shaping the refusal; null when it cannot be told.</summary>
    public static string? PeekService(IncomingRequest request)
    {
        var text = request.QueryValue("X-Amz-Credential") ?? request.Header("authorization");
        var parts = text?.Split(',')[0].Split('/');
        return parts is { Length: >= 5 } ? parts[^2] : null;
    }

    private static SignatureClaim FromHeader(IncomingRequest request, string authorization)
    {
        if (!authorization.StartsWith(Algorithm + " ", StringComparison.Ordinal))
            throw Malformed($"Authorization header is not {Algorithm}.");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in authorization[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries))
            if (part.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
                fields[part[..equals]] = part[(equals + 1)..];

        string Field(string name) => fields.TryGetValue(name, out var value) && value.Length > 0
            ? value
            : throw Malformed($"Authorization header requires '{name}' parameter.");

        var (key, scope) = ParseCredential(Field("Credential"));
        var date = request.Header("x-amz-date") ?? throw Malformed("Authorization header requires existence of either a 'X-Amz-Date' header.");
        return new SignatureClaim(key, scope, Field("SignedHeaders").Split(';'), Field("Signature"), ParseTime(date, scope),
            request.Header("x-amz-security-token"), LinkLifetime: null);
    }

    private static SignatureClaim FromQuery(IncomingRequest request)
    {
        string Field(string name) => request.QueryValue(name) is { Length: > 0 } value
            ? value
            : throw Malformed($"Query-string authentication requires the {name} parameter.");

        if (Field("X-Amz-Algorithm") != Algorithm)
            throw Malformed($"X-Amz-Algorithm only supports \"{Algorithm}\".");
        var (key, scope) = ParseCredential(Field("X-Amz-Credential"));
        if (!int.TryParse(Field("X-Amz-Expires"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds is < 1 or > 604_800)
            throw Malformed("X-Amz-Expires must be between 1 and 604800 seconds.");
        return new SignatureClaim(key, scope, Field("X-Amz-SignedHeaders").Split(';'), Field("X-Amz-Signature"),
            ParseTime(Field("X-Amz-Date"), scope), request.QueryValue("X-Amz-Security-Token"), TimeSpan.FromSeconds(seconds));
    }

    private static (string Key, CredentialScope Scope) ParseCredential(string credential)
    {
        var parts = credential.Split('/');
        return parts is [var key, var date, var region, var service, "aws4_request"] && key.Length > 0
            ? (key, new CredentialScope(date, region, service))
            : throw Malformed("The Credential is mal-formed; expecting \"<key>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
    }

    private static DateTimeOffset ParseTime(string text, CredentialScope scope)
    {
        if (!DateTimeOffset.TryParseExact(text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            throw Malformed("Date must be in ISO-8601 'basic format' (yyyyMMddTHHmmssZ).");
        return text.StartsWith(scope.Date, StringComparison.Ordinal)
            ? time
            : throw new SignatureRefusedException(SignatureRefusalKind.Mismatch,
                $"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{scope.Date}' != '{text}'.");
    }

    private static SignatureRefusedException Malformed(string message) => new(SignatureRefusalKind.Malformed, message);
}
