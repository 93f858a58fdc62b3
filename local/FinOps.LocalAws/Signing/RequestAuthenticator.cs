using System.Security.Cryptography;
using FinOps.LocalAws.Credentials;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Signing;

/// <summary>Lets in requests that are signed with Signature Version 4 by a key this endpoint gave out.</summary>
internal sealed class RequestAuthenticator(CredentialDirectory credentials, TimeProvider time)
{
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(15);

    /// <summary>Verifies signature and body; the answer's request has its body decoded when it came aws-chunked.</summary>
    /// <exception cref="SignatureRefusedException">The request is not let in.</exception>
    public AuthenticatedRequest Authenticate(IncomingRequest request)
    {
        var claim = SignatureClaim.Find(request)
            ?? throw new SignatureRefusedException(SignatureRefusalKind.Missing, "Request is missing Authentication Token");
        var credential = credentials.Find(claim.AccessKeyId, claim.SessionToken);
        CheckTime(claim);
        CheckSignedHeaders(request, claim);

        var declared = request.Header("x-amz-content-sha256");
        var payloadHash = declared ?? (claim.LinkLifetime is not null && claim.Scope.Service == "s3"
            ? "UNSIGNED-PAYLOAD"
            : Hash(request.Body));
        var key = new SigningKey(credential.Secret, claim.Scope);
        if (!key.Verify(CanonicalRequest.StringToSign(CanonicalRequest.Of(request, claim, payloadHash), claim), claim.Signature))
            throw new SignatureRefusedException(SignatureRefusalKind.Mismatch,
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.");

        if (payloadHash.StartsWith("STREAMING-", StringComparison.Ordinal))
            request = AwsChunkedBody.Decode(request, payloadHash, key, claim);
        else if (payloadHash != "UNSIGNED-PAYLOAD" && !string.Equals(payloadHash, Hash(request.Body), StringComparison.OrdinalIgnoreCase))
            throw new SignatureRefusedException(SignatureRefusalKind.PayloadMismatch,
                "The provided 'x-amz-content-sha256' header does not match what was computed.");
        return new AuthenticatedRequest(request, credential.Principal, claim.Scope);
    }

    private static string Hash(ReadOnlyMemory<byte> body) =>
        body.IsEmpty ? EmptyHash : Convert.ToHexStringLower(SHA256.HashData(body.Span));

    private void CheckTime(SignatureClaim claim)
    {
        var now = time.GetUtcNow();
        var (signed, server) = (SigningKey.Timestamp(claim.SignedAt), SigningKey.Timestamp(now));
        if (claim.SignedAt > now + Skew)
            throw new SignatureRefusedException(SignatureRefusalKind.Skewed, $"Signature not yet current: {signed} is still later than {server} (+ 15 min.)");
        if (claim.LinkLifetime is { } lifetime)
        {
            if (claim.SignedAt + lifetime < now)
                throw new SignatureRefusedException(SignatureRefusalKind.LinkExpired, "Request has expired");
        }
        else if (claim.SignedAt < now - Skew)
            throw new SignatureRefusedException(SignatureRefusalKind.Skewed, $"Signature expired: {signed} is now earlier than {server} (- 15 min.)");
    }

    // A header that AWS wants signed and that is not could be changed on the way.
    private static void CheckSignedHeaders(IncomingRequest request, SignatureClaim claim)
    {
        if (!claim.SignedHeaders.Contains("host", StringComparer.Ordinal))
            throw new SignatureRefusedException(SignatureRefusalKind.Mismatch, "'Host' must be a 'SignedHeader' in the AWS Authorization.");
        if (claim.LinkLifetime is not null)
            return;
        foreach (var name in request.Headers.Keys)
            if (name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) && !claim.SignedHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)
                && !name.Equals("x-amz-content-sha256", StringComparison.OrdinalIgnoreCase))
                throw new SignatureRefusedException(SignatureRefusalKind.Mismatch, $"There were headers present in the request which were not signed: {name}");
    }
}
