namespace FinOps.LocalAws.Services.S3;

/// <summary>The reflected cyclic redundancy checks that S3 takes as object checksums.</summary>
internal sealed class Crc
{
    public static readonly Crc Crc32 = new(0xEDB88320, 4);
    public static readonly Crc Crc32C = new(0x82F63B78, 4);
    public static readonly Crc Crc64Nvme = new(0x9A6C9329AC4BC9B5, 8);

    private readonly ulong[] _table = new ulong[256];
    private readonly int _bytes;

    private Crc(ulong reflectedPolynomial, int bytes)
    {
        _bytes = bytes;
        for (var index = 0UL; index < 256; index++)
        {
            var value = index;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) == 1 ? (value >> 1) ^ reflectedPolynomial : value >> 1;
            _table[index] = value;
        }
    }

    /// <summary>The check, most significant byte first.</summary>
    public byte[] Compute(ReadOnlySpan<byte> data)
    {
        var ones = _bytes == 8 ? ulong.MaxValue : uint.MaxValue;
        var value = ones;
        foreach (var each in data)
            value = _table[(byte)value ^ each] ^ (value >> 8);
        value ^= ones;
        var result = new byte[_bytes];
        for (var index = 0; index < _bytes; index++)
            result[index] = (byte)(value >> (8 * (_bytes - 1 - index)));
        return result;
    }
}
