using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FinOps.Functions.Resources;

/// <summary>
/// The ARNs that were met, so that no resource counts twice: not after a list had to be begun again, and not when two services tell of it. Kept
/// as 128 bits of a hash each, about 12 MB for 300,000, where the texts would take five times that.
/// </summary>
internal sealed class SeenArns
{
    private readonly HashSet<UInt128> _seen = [];

    /// <returns>False when it was there already.</returns>
    public bool TryAdd(string arn)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(arn), hash);
        return _seen.Add(BinaryPrimitives.ReadUInt128LittleEndian(hash));
    }
}
