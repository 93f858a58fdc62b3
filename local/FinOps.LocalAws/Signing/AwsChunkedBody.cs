using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Signing;

/// <summary>
/// Decodes an aws-chunked body and verifies its chunk signatures where it has them. On the wire:
/// <code>
/// 400;chunk-signature=6f4e...\r\n&lt;1024 bytes&gt;\r\n0;chunk-signature=ab12...\r\nx-amz-checksum-crc32:aGVsbG8=\r\nx-amz-trailer-signature:77...\r\n\r\n
/// </code>
/// </summary>
internal static class AwsChunkedBody
{
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <exception cref="SignatureRefusedException">The body ends early, is no aws-chunked body, or a chunk's signature is wrong.</exception>
    public static IncomingRequest Decode(IncomingRequest request, string mode, SigningKey key, SignatureClaim claim)
    {
        var (signed, trailing) = mode switch
        {
            "STREAMING-UNSIGNED-PAYLOAD-TRAILER" => (false, true),
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" => (true, false),
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" => (true, true),
            _ => throw new SignatureRefusedException(SignatureRefusalKind.Malformed, $"x-amz-content-sha256 '{mode}' is not supported by this endpoint."),
        };
        var wire = request.Body.Span;
        var decoded = new MemoryStream(wire.Length);
        var previous = claim.Signature;
        while (true)
        {
            var line = Encoding.ASCII.GetString(ReadLine(ref wire));
            var semicolon = line.IndexOf(';', StringComparison.Ordinal);
            var size = ParseSize(semicolon < 0 ? line : line[..semicolon], wire.Length);
            var data = wire[..size];
            if (signed)
                previous = VerifyChunk(key, claim, previous, Signature(line, "chunk-signature="), data);
            decoded.Write(data);
            wire = wire[size..];
            if (size == 0)
                break;
            if (!wire.StartsWith("\r\n"u8))
                throw Incomplete("A chunk does not end where its size says.");
            wire = wire[2..];
        }

        var headers = new Dictionary<string, string>(request.Headers, StringComparer.OrdinalIgnoreCase);
        if (trailing)
            ReadTrailers(wire, headers, signed, key, claim, previous);
        if (request.Header("x-amz-decoded-content-length") is { } declared
            && declared != decoded.Length.ToString(CultureInfo.InvariantCulture))
            throw Incomplete("You did not provide the number of bytes specified by the x-amz-decoded-content-length HTTP header.");
        return request with { Body = decoded.GetBuffer().AsMemory(0, (int)decoded.Length), Headers = headers };
    }

    private static string VerifyChunk(SigningKey key, SignatureClaim claim, string previous, string signature, ReadOnlySpan<byte> data)
    {
        var text = string.Join('\n', "AWS4-HMAC-SHA256-PAYLOAD", SigningKey.Timestamp(claim.SignedAt), claim.Scope, previous, EmptyHash,
            Convert.ToHexStringLower(SHA256.HashData(data)));
        return key.Verify(text, signature)
            ? signature
            : throw new SignatureRefusedException(SignatureRefusalKind.Mismatch, "The chunk signature we calculated does not match the signature you provided.");
    }

    private static void ReadTrailers(ReadOnlySpan<byte> wire, Dictionary<string, string> headers, bool signed, SigningKey key, SignatureClaim claim, string previous)
    {
        var canonical = new StringBuilder();
        string? signature = null;
        while (!wire.IsEmpty && Encoding.ASCII.GetString(ReadLine(ref wire)) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1)
                throw Incomplete("A trailing header has no name.");
            var (name, value) = (line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
            if (name == "x-amz-trailer-signature")
                signature = value;
            else
            {
                headers[name] = value;
                canonical.Append(name).Append(':').Append(value).Append('\n');
            }
        }
        if (!signed)
            return;
        var text = string.Join('\n', "AWS4-HMAC-SHA256-TRAILER", SigningKey.Timestamp(claim.SignedAt), claim.Scope, previous,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString()))));
        if (signature is null || !key.Verify(text, signature))
            throw new SignatureRefusedException(SignatureRefusalKind.Mismatch, "The trailer signature we calculated does not match the signature you provided.");
    }

    private static string Signature(string line, string name)
    {
        var start = line.IndexOf(name, StringComparison.Ordinal);
        return start < 0 ? throw Incomplete("A chunk has no chunk-signature.") : line[(start + name.Length)..].Trim();
    }

    private static int ParseSize(string hex, int available)
    {
        var bytes = Encoding.ASCII.GetBytes(hex);
        if (!Utf8Parser.TryParse(bytes, out int size, out var used, 'x') || used != bytes.Length || size < 0)
            throw Incomplete($"'{hex}' is no chunk size.");
        return size <= available ? size : throw Incomplete("The request body ended before its last chunk.");
    }

    private static ReadOnlySpan<byte> ReadLine(ref ReadOnlySpan<byte> wire)
    {
        var end = wire.IndexOf("\r\n"u8);
        if (end < 0)
            throw Incomplete("The request body ended inside a line.");
        var line = wire[..end];
        wire = wire[(end + 2)..];
        return line;
    }

    private static SignatureRefusedException Incomplete(string message) => new(SignatureRefusalKind.IncompleteBody, message);
}
