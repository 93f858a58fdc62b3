using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FinOps.Core.Inventory.Fixes;

/// <summary>A short name for a set of fixes, by which somebody who has read them says that these, and no others, are to be applied.</summary>
public static class TagFixHash
{
    /// <summary>Hexadecimal digits; 64 bits, so that nobody finds other fixes of the same name.</summary>
    public const int Length = 16;

    /// <param name="fixes">In any order; why a fix is proposed does not count.</param>
    public static string Of(IEnumerable<TagFix> fixes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var fix in fixes.OrderBy(fix => fix.Arn, StringComparer.Ordinal).ThenBy(fix => fix.Key, StringComparer.Ordinal).ThenBy(fix => fix.NewKey, StringComparer.Ordinal).ThenBy(fix => fix.NewValue, StringComparer.Ordinal))
        {
            foreach (var field in (string[])[fix.Arn, fix.AccountId, fix.Region, fix.Key, fix.Value, fix.NewKey, fix.NewValue])
            {
                var bytes = Encoding.UTF8.GetBytes(field);
                BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
                hash.AppendData(length);
                hash.AppendData(bytes);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Length];
    }
}
