using System.Security.Cryptography;
using System.Text;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Assets;

/// <summary>
/// Gives every asset and archive without one its hash, so that changed content under the same path is a change.
/// What cannot be read gets none: a preview may come before the build, and applying it will say what is missing.
/// </summary>
internal static class AssetHasher
{
    public static async Task<PropertyMap> WithHashesAsync(PropertyMap inputs, string programDirectory, CancellationToken cancellationToken)
    {
        var result = inputs;
        foreach (var (name, value) in inputs)
        {
            var hashed = await HashedAsync(value, programDirectory, cancellationToken);
            // With and without hash are equal values, and setting an equal value keeps the old one; hence Remove.
            if (!ReferenceEquals(hashed, value))
                result = result.Remove(name).Set(name, hashed);
        }
        return result;
    }

    private static async Task<PropertyValue> HashedAsync(PropertyValue value, string programDirectory, CancellationToken cancellationToken)
    {
        try
        {
            return value switch
            {
                AssetValue { Hash: null } asset => asset with { Hash = Hex(await AssetReader.ReadAsync(asset, programDirectory, cancellationToken)) },
                ArchiveValue { Hash: null } archive => archive with { Hash = await OfArchiveAsync(archive, programDirectory, cancellationToken) },
                SecretValue secret when await HashedAsync(secret.Value, programDirectory, cancellationToken) is var inner && !ReferenceEquals(inner, secret.Value) => new SecretValue(inner),
                _ => value,
            };
        }
        catch (Exception problem) when (problem is FileNotFoundException or NotSupportedException)
        {
            return value;
        }
    }

    /// <summary>Over names and contents, not over a packed form, which may differ for the same content.</summary>
    private static async Task<string> OfArchiveAsync(ArchiveValue archive, string programDirectory, CancellationToken cancellationToken)
    {
        if (AssetReader.ArchiveFile(archive, programDirectory) is { } file)
            return Hex(await File.ReadAllBytesAsync(file, cancellationToken));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, read) in AssetReader.Entries(archive, programDirectory, cancellationToken))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\0"));
            hash.AppendData(SHA256.HashData(await read()));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Hex(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
