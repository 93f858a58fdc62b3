using System.Security.Cryptography;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.S3;

/// <summary>The digests that a client may send along with a body.</summary>
internal static class Checksums
{
    private const string Prefix = "x-amz-checksum-";

    /// <summary>MD5 is what an ETag is, not protection.</summary>
#pragma warning disable CA5351
    public static byte[] Md5(ReadOnlySpan<byte> data) => MD5.HashData(data);
#pragma warning restore CA5351

    /// <summary>Checks every digest of the request against its body; answers the checksum headers to keep with the object.</summary>
    /// <exception cref="AwsError">BadDigest or InvalidDigest.</exception>
    public static Dictionary<string, string> Verify(IncomingRequest request)
    {
        var kept = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (request.Header("content-md5") is { } md5 && md5 != Convert.ToBase64String(Md5(request.Body.Span)))
            throw new AwsError("BadDigest", "The Content-MD5 you specified did not match what we received.");
        foreach (var (name, value) in request.Headers)
            if (name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && Compute(name[Prefix.Length..].ToLowerInvariant(), request.Body.Span) is { } digest)
                kept[name.ToLowerInvariant()] = value == Convert.ToBase64String(digest)
                    ? value
                    : throw new AwsError("BadDigest", $"The {name[Prefix.Length..].ToUpperInvariant()} you specified did not match the calculated checksum.");
        return kept;
    }

    // Null for headers that carry the prefix and are no digest: -algorithm, -mode, -type.
#pragma warning disable CA5350 // SHA-1 is one of the checksums a client may choose.
    private static byte[]? Compute(string algorithm, ReadOnlySpan<byte> data) => algorithm switch
    {
        "crc32" => Crc.Crc32.Compute(data),
        "crc32c" => Crc.Crc32C.Compute(data),
        "crc64nvme" => Crc.Crc64Nvme.Compute(data),
        "sha1" => SHA1.HashData(data),
        "sha256" => SHA256.HashData(data),
        _ => null,
    };
#pragma warning restore CA5350
}
