using System.Text;

namespace Pulumi.Rpc.Values;

/// <summary>
/// Names of properties, which come again with every resource: one string for all of them. A name that does not fit, or whose place
/// another one took, is a new string; nothing grows. Safe for concurrent use, as only whole references are written.
/// </summary>
internal static class KeyCache
{
    private const int LongestName = 40;

    private static readonly string?[] _names = new string?[1024];

    public static string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > LongestName)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        var hash = 2166136261u;
        foreach (var unit in utf8)
        {
            hash = (hash ^ unit) * 16777619u;
        }

        ref var place = ref _names[(hash ^ (hash >> 15)) & 1023];
        if (place is { } known && Ascii.Equals(utf8, known))
        {
            return known;
        }

        return place = Encoding.UTF8.GetString(utf8);
    }
}
