using System.Text;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>The bytes of one asset. Nothing is fetched from the network: a remote asset is refused.</summary>
internal static class AssetReader
{
    public static async Task<byte[]> ReadAsync(AssetValue asset, ResourceCall call, string programDirectory, CancellationToken cancellationToken)
    {
        if (asset.Text is { } text)
            return Encoding.UTF8.GetBytes(text);
        if (asset.Path is not { } path)
            throw AwsFailures.NotApplied(call, $"the remote asset {asset.Uri}", "Use a file of the program's folder.");
        var file = Path.GetFullPath(path, programDirectory);
        return File.Exists(file)
            ? await File.ReadAllBytesAsync(file, cancellationToken)
            : throw AwsFailures.FileMissing(call, file);
    }
}
