using System.Globalization;

namespace FinOps.LocalAws.Services.S3;

/// <summary>One range of a Range header: <c>bytes=0-99</c>, <c>bytes=100-</c> or <c>bytes=-50</c>. Several ranges, or another unit, count as none, as in S3.</summary>
internal readonly record struct ByteRange(long Start, long Length)
{
    /// <exception cref="Wire.AwsError">InvalidRange.</exception>
    public static ByteRange? Parse(string? header, long size)
    {
        if (header is null || !header.StartsWith("bytes=", StringComparison.OrdinalIgnoreCase) || header["bytes=".Length..].Split('-') is not [var from, var to])
            return null;
        var hasFrom = long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var first);
        var hasTo = long.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var last);
        if ((!hasFrom && from.Length > 0) || (!hasTo && to.Length > 0) || (!hasFrom && !hasTo) || (hasFrom && hasTo && last < first))
            return null;
        if (!hasFrom)
            return last == 0 || size == 0 ? throw S3Errors.InvalidRange() : new ByteRange(Math.Max(0, size - last), Math.Min(last, size));
        if (first >= size)
            throw S3Errors.InvalidRange();
        return new ByteRange(first, (hasTo ? Math.Min(last, size - 1) : size - 1) - first + 1);
    }
}
